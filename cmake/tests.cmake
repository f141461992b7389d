# tests/unit mirrors shared/ and wasm/. The core's tests run natively and in WebAssembly under Node;
# the application's run natively. Without Catch2's source (serving only) there are no test targets.
if(NOT IS_DIRECTORY ${DEPS}/catch2)
  return()
endif()
set(UNIT ${CMAKE_SOURCE_DIR}/tests/unit)

file(READ ${DEPS}/catch2/src/catch2/catch_user_config.hpp.in catch_config)
string(REGEX REPLACE "#cmakedefine [^\n]*\n" "" catch_config "${catch_config}")
string(REGEX REPLACE "@CATCH_CONFIG_DEFAULT_REPORTER@" "console" catch_config "${catch_config}")
string(REGEX REPLACE "@CATCH_CONFIG_CONSOLE_WIDTH@" "80" catch_config "${catch_config}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/include/catch2/catch_user_config.hpp
  CONTENT "${catch_config}" @ONLY)
add_library(catch2 STATIC ${DEPS}/catch2/extras/catch_amalgamated.cpp)
target_include_directories(catch2 SYSTEM PUBLIC ${DEPS}/catch2/src ${CMAKE_BINARY_DIR}/include)
target_include_directories(catch2 SYSTEM PRIVATE ${DEPS}/catch2/extras)
target_compile_options(catch2 PRIVATE -O1 -w)
if(EMSCRIPTEN)
  target_compile_definitions(catch2 PUBLIC
    CATCH_CONFIG_DISABLE_EXCEPTIONS CATCH_CONFIG_NO_POSIX_SIGNALS)
  target_compile_options(catch2 PUBLIC $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
endif()

# After motcua_flags, so that it can take back: tests know how large their numbers are.
add_library(motcua_test_flags INTERFACE)
target_compile_options(motcua_test_flags INTERFACE -Wno-old-style-cast -Wno-shorten-64-to-32
  $<$<BOOL:${EMSCRIPTEN}>:-O0>)

function(motcua_test target)
  add_executable(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE motcua_flags motcua_test_flags catch2 motcua_core)
  if(EMSCRIPTEN)
    set_target_properties(${target} PROPERTIES SUFFIX ".js")
    target_link_options(${target} PRIVATE -O1 -sENVIRONMENT=node -sEXIT_RUNTIME
      -sALLOW_MEMORY_GROWTH -sINCOMING_MODULE_JS_API=arguments,print,printErr
      --js-library ${CMAKE_SOURCE_DIR}/cmake/entropy.js)
  endif()
endfunction()

file(GLOB_RECURSE UNIT_SOURCES CONFIGURE_DEPENDS ${UNIT}/*.cpp)
set(APP_TESTS ${UNIT_SOURCES})
list(FILTER APP_TESTS INCLUDE REGEX "^${UNIT}/(app|screens|ui)/")
set(CORE_TESTS ${UNIT_SOURCES})
list(FILTER CORE_TESTS EXCLUDE REGEX "^${UNIT}/(app|screens|ui)/")
if(EMSCRIPTEN)
  # Files, clocks and the command exist only natively.
  list(FILTER CORE_TESTS EXCLUDE REGEX "^${UNIT}/cli/|_native\\.cpp$")
  if(NOT MOTCUA_SIMD)
    # Only the cipher is another one here, and what is built on it.
    list(FILTER CORE_TESTS INCLUDE REGEX "^${UNIT}/(abi|codec|dossier|seal|sign)/")
  endif()
endif()

# The core's tests have no files: the assets that they judge are compiled in as motcua::assets.
set(embedded "#pragma once\n#include <string_view>\n\nnamespace motcua::assets {\n")
foreach(asset forms/birth.json forms/birth.fixture.json procedures/index.json procedures/search.json
    procedures/1.001193.json places/demo.json calendar/vn.json calendar/office.json
    calendar/office-commune-police.json slips/vi.json slips/en.json slips/01.fixture.json
    slips/02.fixture.json slips/03.fixture.json slips/04.fixture.json slips/05.fixture.json
    slips/06.fixture.json slips/07.fixture.json)
  set(file ${CMAKE_SOURCE_DIR}/assets/${asset})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  string(MAKE_C_IDENTIFIER ${asset} name)
  string(APPEND embedded
    "inline constexpr std::string_view ${name} = R\"asset(${content})asset\";\n")
endforeach()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/include/test_assets.h
  CONTENT "${embedded}}  // namespace motcua::assets\n")

if(CORE_TESTS)
  motcua_test(motcua_unit ${CORE_TESTS})
endif()
if(APP_TESTS AND TARGET motcua_wasm_room AND NOT EMSCRIPTEN)
  motcua_test(motcua_app_unit ${APP_TESTS})
  target_link_libraries(motcua_app_unit PRIVATE motcua_gallery_room)
  target_compile_definitions(motcua_app_unit PRIVATE MOTCUA_ROOT="${CMAKE_SOURCE_DIR}")
endif()

if(MOTCUA_FUZZ)
  # Only what reads foreign bytes has to show its paths.
  target_compile_options(motcua_core PRIVATE -fsanitize=fuzzer-no-link)
  file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp)
  foreach(source IN LISTS FUZZ_SOURCES)
    get_filename_component(name ${source} NAME_WE)
    add_executable(fuzz_${name} ${source})
    target_link_libraries(fuzz_${name} PRIVATE motcua_noexcept motcua_core)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
