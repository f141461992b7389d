# Dear ImGui's core; wasm/browser/gl.cpp puts its triangles on the canvas.
add_library(imgui STATIC ${DEPS}/imgui/imgui.cpp ${DEPS}/imgui/imgui_draw.cpp
  ${DEPS}/imgui/imgui_tables.cpp ${DEPS}/imgui/imgui_widgets.cpp
  ${CMAKE_SOURCE_DIR}/wasm/ui/imgui/format.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${DEPS}/imgui)
target_include_directories(imgui PRIVATE ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="wasm/ui/imgui/config.h")
target_compile_options(imgui PRIVATE -fno-exceptions -w $<$<BOOL:${EMSCRIPTEN}>:-Oz$<SEMICOLON>-finline-functions>)
