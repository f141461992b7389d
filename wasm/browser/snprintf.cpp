// The JSON library writes code points with snprintf, whole numbers only. Emscripten's C library has
// a printf for those without the arithmetic of long doubles, some 11 KB of code.

#include <cstdarg>
#include <cstddef>

extern "C" {

int vsniprintf(char* text, std::size_t size, const char* format, va_list values);

int snprintf(char* text, std::size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int length = vsniprintf(text, size, format, values);
  va_end(values);
  return length;
}
}
