#pragma once
// Dear ImGui paints here and does nothing else: no windows, no demo, no debug tools, own fonts.

#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_IME_FUNCTIONS
// Its texts are for debugging only; without printf the module is smaller (format.cpp).
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// OpenGL ES 3 has no vertex offset: with 16-bit indices all past 65,535 vertices would vanish.
#define ImDrawIdx unsigned int
