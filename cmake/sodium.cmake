# libsodium from its C files: no configure step, the same features natively and in WebAssembly.
set(SODIUM ${DEPS}/libsodium/src/libsodium)
set(SODIUM_BUILD ${CMAKE_BINARY_DIR}/sodium)

# The headers, with version.h among them from the numbers in configure.ac.
file(COPY ${SODIUM}/include DESTINATION ${SODIUM_BUILD})
file(READ ${DEPS}/libsodium/configure.ac sodium_ac)
string(REGEX MATCH "AC_INIT\\(\\[libsodium\\],[ ]*\\[([0-9.]+)\\]" _ "${sodium_ac}")
set(VERSION ${CMAKE_MATCH_1})
string(REGEX MATCH "SODIUM_LIBRARY_VERSION_MAJOR=([0-9]+)" _ "${sodium_ac}")
set(SODIUM_LIBRARY_VERSION_MAJOR ${CMAKE_MATCH_1})
string(REGEX MATCH "SODIUM_LIBRARY_VERSION_MINOR=([0-9]+)" _ "${sodium_ac}")
set(SODIUM_LIBRARY_VERSION_MINOR ${CMAKE_MATCH_1})
set(SODIUM_LIBRARY_MINIMAL_DEF "")
configure_file(${SODIUM}/include/sodium/version.h.in ${SODIUM_BUILD}/include/sodium/version.h @ONLY)

# A copy of the SSSE3 ChaCha20 with one line mended: clang 14 moves the load of the block counter
# past the store that advances it, and every counter comes out four too high. The barrier costs
# nothing; a known answer in tests/unit/seal holds it.
set(dolbeau crypto_stream/chacha20/dolbeau)
file(COPY ${SODIUM}/crypto_stream/chacha20 DESTINATION ${SODIUM_BUILD}/mended/crypto_stream
  PATTERN u4.h EXCLUDE)
file(READ ${SODIUM}/${dolbeau}/u4.h u4)
set(line "in1213 = ((uint64_t) in12) | (((uint64_t) in13) << 32);")
string(FIND "${u4}" "${line}" at)
if(at EQUAL -1)
  message(FATAL_ERROR "libsodium's u4.h has changed: look again at the block counter")
endif()
string(REPLACE "${line}" "${line}\n        __asm__ volatile(\"\" : \"+r\"(in1213) : : \"memory\");"
  u4 "${u4}")
file(CONFIGURE OUTPUT ${SODIUM_BUILD}/mended/${dolbeau}/u4.h CONTENT "${u4}" @ONLY)

# BLAKE2b copies all input through its buffer before it compresses. In WebAssembly, where sealing
# hashes everything twice, a copy that reads whole blocks where they lie is 15 % faster. Where the
# source is another, it is left as it is: only speed hangs on it.
set(blake2b crypto_generichash/blake2b/ref/blake2b-ref.c)
file(READ ${SODIUM}/${blake2b} blake2b_ref)
set(loop "    while (inlen > 0) {\n        size_t left = S->buflen;")
string(REPLACE "${loop}" "    if (S->buflen > 0 && inlen > 2 * BLAKE2B_BLOCKBYTES - S->buflen) {
        size_t rest = 2 * BLAKE2B_BLOCKBYTES - S->buflen;

        memcpy(S->buf + S->buflen, in, rest);
        blake2b_increment_counter(S, BLAKE2B_BLOCKBYTES);
        blake2b_compress(S, S->buf);
        blake2b_increment_counter(S, BLAKE2B_BLOCKBYTES);
        blake2b_compress(S, S->buf + BLAKE2B_BLOCKBYTES);
        S->buflen = 0;
        in += rest;
        inlen -= rest;
    }
    while (S->buflen == 0 && inlen > BLAKE2B_BLOCKBYTES) {
        blake2b_increment_counter(S, BLAKE2B_BLOCKBYTES);
        blake2b_compress(S, in);
        in += BLAKE2B_BLOCKBYTES;
        inlen -= BLAKE2B_BLOCKBYTES;
    }
${loop}" blake2b_ref "${blake2b_ref}")
file(CONFIGURE OUTPUT ${SODIUM_BUILD}/mended/${blake2b} CONTENT "${blake2b_ref}" @ONLY)

file(GLOB_RECURSE SODIUM_SOURCES ${SODIUM}/*.c)
list(FILTER SODIUM_SOURCES EXCLUDE REGEX "dolbeau-ssse3\\.c$")
list(APPEND SODIUM_SOURCES ${SODIUM_BUILD}/mended/${dolbeau}/chacha20_dolbeau-ssse3.c)
if(EMSCRIPTEN)
  list(FILTER SODIUM_SOURCES EXCLUDE REGEX "sodium/runtime\\.c$|randombytes/(internal|sysrandom)/")
  list(REMOVE_ITEM SODIUM_SOURCES ${SODIUM}/${blake2b})
  list(APPEND SODIUM_SOURCES ${SODIUM_BUILD}/mended/${blake2b}
    ${CMAKE_SOURCE_DIR}/cmake/sodium/runtime_wasm.c)
endif()

add_library(sodium STATIC ${SODIUM_SOURCES})
target_include_directories(sodium SYSTEM PUBLIC ${SODIUM_BUILD}/include)
target_include_directories(sodium PRIVATE ${SODIUM_BUILD}/include/sodium
  ${SODIUM}/crypto_generichash/blake2b/ref)
target_compile_definitions(sodium PUBLIC SODIUM_STATIC
  PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_WEAK_SYMBOLS=1)
target_compile_options(sodium PRIVATE -w -O3 -fno-strict-aliasing -fno-strict-overflow)

if(EMSCRIPTEN)
  # -msimd128 for the whole library would halve the cipher's speed: only these files have it.
  if(MOTCUA_SIMD)
    set_source_files_properties(
      ${SODIUM_BUILD}/mended/${dolbeau}/chacha20_dolbeau-ssse3.c
      ${SODIUM}/crypto_stream/chacha20/stream_chacha20.c
      PROPERTIES COMPILE_OPTIONS "-msimd128;-mssse3"
      COMPILE_DEFINITIONS "HAVE_EMMINTRIN_H=1;HAVE_TMMINTRIN_H=1")
    set_source_files_properties(${CMAKE_SOURCE_DIR}/cmake/sodium/runtime_wasm.c
      PROPERTIES COMPILE_OPTIONS "-msimd128")
  endif()
  return()
endif()

target_compile_definitions(sodium PRIVATE _GNU_SOURCE=1 TLS=_Thread_local HAVE_PTHREAD=1
  HAVE_C_VARARRAYS=1 HAVE_SYS_MMAN_H=1 HAVE_SYS_PARAM_H=1 HAVE_SYS_RANDOM_H=1 HAVE_SYS_AUXV_H=1
  HAVE_INLINE_ASM=1 HAVE_TI_MODE=1 HAVE_ATOMIC_OPS=1 HAVE_C11_MEMORY_FENCES=1
  HAVE_GCC_MEMORY_FENCES=1 HAVE_ALLOCA_H=1 HAVE_ALLOCA=1 HAVE_MMAP=1 HAVE_MLOCK=1 HAVE_MADVISE=1
  HAVE_MPROTECT=1 HAVE_RAISE=1 HAVE_SYSCONF=1 HAVE_GETRANDOM=1 HAVE_GETENTROPY=1 HAVE_GETPID=1
  HAVE_GETAUXVAL=1 HAVE_POSIX_MEMALIGN=1 HAVE_NANOSLEEP=1 HAVE_CLOCK_GETTIME=1
  HAVE_EXPLICIT_BZERO=1)

if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|amd64")
  enable_language(ASM)
  target_sources(sodium PRIVATE ${SODIUM}/crypto_scalarmult/curve25519/sandy2x/sandy2x.S)
  target_compile_definitions(sodium PRIVATE HAVE_MMINTRIN_H=1 HAVE_EMMINTRIN_H=1 HAVE_PMMINTRIN_H=1
    HAVE_TMMINTRIN_H=1 HAVE_SMMINTRIN_H=1 HAVE_AVXINTRIN_H=1 HAVE_AVX2INTRIN_H=1 HAVE_WMMINTRIN_H=1
    HAVE_CPUID=1 HAVE_AVX_ASM=1 ASM_HIDE_SYMBOL=.hidden)
  # Each kernel with the instructions it is chosen for at run time, as libsodium's Makefile has them.
  set(sse2 -msse2)
  set(ssse3 ${sse2} -mssse3)
  set(sse41 ${ssse3} -msse4.1)
  set(aesni ${ssse3} -mavx -maes -mpclmul)
  set(avx2 ${sse41} -mavx -mavx2)
  foreach(source IN LISTS SODIUM_SOURCES)
    if(source MATCHES "-avx2\\.c$")
      set(flags ${avx2})
    elseif(source MATCHES "aesni\\.c$")
      set(flags ${aesni})
    elseif(source MATCHES "-sse41\\.c$")
      set(flags ${sse41})
    elseif(source MATCHES "-ssse3\\.c$")
      set(flags ${ssse3})
    elseif(source MATCHES "[-_]sse2?\\.c$")
      set(flags ${sse2})
    else()
      continue()
    endif()
    set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "${flags}")
  endforeach()
endif()
