# nlohmann-json is header-only and serves every target; /usr/include itself must not reach Emscripten.
find_path(NLOHMANN_INCLUDE nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include)
file(CREATE_LINK ${NLOHMANN_INCLUDE}/nlohmann ${CMAKE_BINARY_DIR}/include/nlohmann SYMBOLIC)
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/include)
