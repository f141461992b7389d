# Flags of every target (first block) and of our own code (target motcua_flags).

add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/= -ffunction-sections -fdata-sections)

if(EMSCRIPTEN)
  set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")  # each target names its own -O level
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  # clang 14 can hang while it optimises vector shuffles: bound every compile.
  set_property(GLOBAL PROPERTY RULE_LAUNCH_COMPILE "timeout 600")
  # The linker's JavaScript optimiser finds its parser only through NODE_PATH when Node is not
  # Debian's own.
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs timeout 600")
elseif(MOTCUA_SANITIZE)
  # A report needs names and lines, and compiling is most of the time from nothing.
  set(CMAKE_C_FLAGS_DEBUG "-O0 -gline-tables-only")
  set(CMAKE_CXX_FLAGS_DEBUG "-O0 -gline-tables-only")
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
else()
  add_compile_options(-fstack-protector-strong)
  add_compile_definitions($<$<CONFIG:RelWithDebInfo>:_FORTIFY_SOURCE=2>)
  add_link_options(-Wl,--gc-sections -Wl,-z,relro -Wl,-z,now)
endif()

# The JSON parser must not throw anywhere, tests included: one definition for all translation units.
add_compile_definitions(JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

add_library(motcua_flags INTERFACE)
target_include_directories(motcua_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(motcua_flags INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wimplicit-fallthrough -Werror)
if(MOTCUA_SANITIZE)
  target_compile_options(motcua_flags INTERFACE
    -fsanitize=undefined -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS)
endif()
if(EMSCRIPTEN)
  target_compile_options(motcua_flags INTERFACE -Os)
endif()

# Production code: errors are values.
add_library(motcua_noexcept INTERFACE)
target_link_libraries(motcua_noexcept INTERFACE motcua_flags)
target_compile_options(motcua_noexcept INTERFACE -fno-exceptions)
