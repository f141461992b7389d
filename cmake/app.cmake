# wasm/: the application. Its portable rooms are a library (tested natively too); the two modules
# that a browser loads exist only under Emscripten.
file(GLOB_RECURSE APP_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/app/*.cpp
  ${CMAKE_SOURCE_DIR}/wasm/screens/*.cpp ${CMAKE_SOURCE_DIR}/wasm/ui/*.cpp)
file(GLOB_RECURSE BROWSER_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/browser/*.cpp)
file(GLOB_RECURSE WORKER_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/worker/*.cpp)

# After motcua_noexcept, so that it has the last word: what the first screen loads is small first.
add_library(motcua_small INTERFACE)
# What lays out and paints runs at every key: there, functions are inlined, which Emscripten 3.1
# switches off with -Os and -Oz (everywhere it would cost 13 KB of the first screen).
if(EMSCRIPTEN)
  target_compile_options(motcua_small INTERFACE -Oz)
  file(GLOB UI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/ui/*.cpp)
  set_source_files_properties(${UI_SOURCES} PROPERTIES COMPILE_OPTIONS -finline-functions)
endif()

if(APP_SOURCES)
  add_library(motcua_wasm_room STATIC ${APP_SOURCES})
  target_link_libraries(motcua_wasm_room PRIVATE motcua_noexcept motcua_small
    PUBLIC motcua_core imgui)
endif()

# The gallery of components: pages for designers and tests, a module of its own.
file(GLOB GALLERY_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/gallery/*.cpp)
if(GALLERY_SOURCES)
  add_library(motcua_gallery_room STATIC ${GALLERY_SOURCES})
  target_link_libraries(motcua_gallery_room PRIVATE motcua_noexcept motcua_small
    PUBLIC motcua_wasm_room)
endif()

if(NOT EMSCRIPTEN)
  return()
endif()

# A module that web/ boots: an ES module of glue beside its .wasm. `program` is the file with its
# body of make_program().
function(motcua_page target program)
  set(sources ${BROWSER_SOURCES})
  list(FILTER sources EXCLUDE REGEX "/application\\.cpp$")
  add_executable(${target} ${sources} ${program})
  target_link_libraries(${target} PRIVATE motcua_noexcept motcua_small ${ARGN})
  set_target_properties(${target} PROPERTIES SUFFIX ".mjs")
  # Callbacks that JavaScript passes to the module's factory: their names, one a line.
  set(incoming instantiateWasm print printErr onAbort)
  set(names ${CMAKE_SOURCE_DIR}/wasm/browser/incoming.txt)
  if(EXISTS ${names})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${names})
    file(STRINGS ${names} own REGEX "^[A-Za-z]")
    list(APPEND incoming ${own})
  endif()
  list(JOIN incoming "," incoming)
  target_link_options(${target} PRIVATE -sINCOMING_MODULE_JS_API=${incoming})
  # JavaScript functions that C++ calls by name.
  file(GLOB libraries CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wasm/browser/*.js)
  foreach(library IN LISTS libraries)
    target_link_options(${target} PRIVATE --js-library ${library})
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${library})
  endforeach()
  # No file system, no eval.
  target_link_options(${target} PRIVATE -Oz --no-entry -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web
    -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH -sDYNAMIC_EXECUTION=0 -sMALLOC=emmalloc
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sEXPORTED_FUNCTIONS=_malloc,_free)
endfunction()

if(BROWSER_SOURCES AND APP_SOURCES AND MOTCUA_SIMD)
  include(split)
  motcua_page(motcua-app ${CMAKE_SOURCE_DIR}/wasm/browser/application.cpp motcua_wasm_room)
  motcua_split(motcua-app)
  motcua_page(motcua-gallery ${CMAKE_SOURCE_DIR}/wasm/gallery/page/program.cpp motcua_gallery_room)
  add_custom_command(TARGET motcua-gallery POST_BUILD
    COMMAND ${WASM_SMALLER} motcua-gallery.wasm -o motcua-gallery.wasm VERBATIM)
endif()

# The sealing worker's module has no glue: web/worker/core.js instantiates it with two imports, so
# that one loader serves the SIMD and the scalar build and memory views are never stale.
if(WORKER_SOURCES)
  set(exports _malloc _free)
  foreach(name IN LISTS ABI_FUNCTIONS)
    list(APPEND exports _${name})
  endforeach()
  list(JOIN exports "," exports)
  add_executable(motcua-worker ${WORKER_SOURCES})
  set_target_properties(motcua-worker PROPERTIES SUFFIX ".wasm")
  target_link_libraries(motcua-worker PRIVATE motcua_noexcept motcua_core)
  target_link_options(motcua-worker PRIVATE -O3 --no-entry -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH
    -sEXPORTED_FUNCTIONS=${exports} --js-library ${CMAKE_SOURCE_DIR}/cmake/entropy.js)
  set_property(TARGET motcua-worker APPEND PROPERTY LINK_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/entropy.js)
endif()
