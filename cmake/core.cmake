# shared/: the portable core, the command, and the library that serve.py loads.
file(GLOB_RECURSE CORE_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shared/*.cpp)
list(FILTER CORE_SOURCES EXCLUDE REGEX "/shared/cli/")
file(GLOB_RECURSE CLI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shared/cli/*.cpp)

if(CORE_SOURCES)
  add_library(motcua_core STATIC ${CORE_SOURCES})
  target_link_libraries(motcua_core PRIVATE motcua_noexcept PUBLIC json sodium)
  if(EMSCRIPTEN)
    # Emscripten's -O levels of size switch inlining off; a search as one types needs it (3x faster).
    file(GLOB PLACES_SOURCES ${CMAKE_SOURCE_DIR}/shared/places/*.cpp)
    set_source_files_properties(${PLACES_SOURCES} PROPERTIES COMPILE_OPTIONS -finline-functions)
  endif()
else()
  add_library(motcua_core INTERFACE)
  target_link_libraries(motcua_core INTERFACE json sodium)
endif()

if(CLI_SOURCES AND NOT EMSCRIPTEN)
  add_executable(motcua ${CLI_SOURCES})
  target_link_libraries(motcua PRIVATE motcua_noexcept motcua_core)

  # The demo's places: the provinces, and communes that do not exist.
  set(PLACES ${CMAKE_SOURCE_DIR}/assets/places)
  set(PLACES_TABLES ${PLACES}/provinces.csv ${PLACES}/demo-communes.csv ${PLACES}/demo-old.csv)
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/demo.places
    COMMAND motcua places import --provinces ${PLACES}/provinces.csv
      --communes ${PLACES}/demo-communes.csv --old ${PLACES}/demo-old.csv
      --version demo-1 -o ${CMAKE_BINARY_DIR}/demo.places
    DEPENDS motcua ${PLACES_TABLES} VERBATIM)
  add_custom_target(demo_places ALL DEPENDS ${CMAKE_BINARY_DIR}/demo.places)
endif()

if(EXISTS ${CMAKE_SOURCE_DIR}/shared/motcua.h)
  # The C ABI, read from the header itself: the list of exports can not drift from it.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shared/motcua.h)
  file(STRINGS ${CMAKE_SOURCE_DIR}/shared/motcua.h ABI_LINES REGEX "^[A-Za-z].*motcua_[a-z0-9_]+\\(")
  set(ABI_FUNCTIONS)
  foreach(line IN LISTS ABI_LINES)
    string(REGEX MATCH "(motcua_[a-z0-9_]+)\\(" _ "${line}")
    list(APPEND ABI_FUNCTIONS ${CMAKE_MATCH_1})
  endforeach()

  if(NOT EMSCRIPTEN AND NOT MOTCUA_SANITIZE AND CORE_SOURCES)
    file(WRITE ${CMAKE_BINARY_DIR}/motcua.map "{ global: motcua_*; local: *; };\n")
    file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")
    add_library(motcua_shared SHARED ${CMAKE_BINARY_DIR}/empty.cpp)
    set_target_properties(motcua_shared PROPERTIES OUTPUT_NAME motcua)
    target_link_libraries(motcua_shared PRIVATE
      -Wl,--whole-archive motcua_core -Wl,--no-whole-archive sodium)
    target_link_options(motcua_shared PRIVATE
      -Wl,--version-script=${CMAKE_BINARY_DIR}/motcua.map -Wl,--no-undefined)
  endif()
endif()
