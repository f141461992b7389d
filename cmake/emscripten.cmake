# Debian's Emscripten. Its toolchain file is found beside the compiler driver.
find_program(EMCC emcc REQUIRED)
get_filename_component(EMCC_REAL ${EMCC} REALPATH)
get_filename_component(EMSCRIPTEN_ROOT_PATH ${EMCC_REAL} DIRECTORY)
if(NOT EXISTS ${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
  set(EMSCRIPTEN_ROOT_PATH /usr/share/emscripten)
endif()
include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
