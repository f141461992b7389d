// Dear ImGui formats names of fonts and what its debug tools show. Nobody reads those here: each
// becomes an empty text, and the C library's printf with its arithmetic of long doubles stays out.

#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

int ImFormatStringV(char* text, std::size_t size, const char*, va_list) {
  if (text && size > 0) *text = 0;
  return 0;
}

int ImFormatString(char* text, std::size_t size, const char* format, ...) {
  va_list none;
  va_start(none, format);
  const int length = ImFormatStringV(text, size, format, none);
  va_end(none);
  return length;
}
