/* In place of libsodium's runtime.c: WebAssembly can not ask for its features at run time; what the
 * module was compiled with is what it has. Only the ChaCha20 kernel is built with these. */
#include "runtime.h"

#ifdef __wasm_simd128__
#define SIMD 1
#else
#define SIMD 0
#endif

int _sodium_runtime_get_cpu_features(void) { return 0; }
int sodium_runtime_has_neon(void) { return 0; }
int sodium_runtime_has_armcrypto(void) { return 0; }
int sodium_runtime_has_sse2(void) { return SIMD; }
int sodium_runtime_has_sse3(void) { return 0; }
int sodium_runtime_has_ssse3(void) { return SIMD; }
int sodium_runtime_has_sse41(void) { return 0; }
int sodium_runtime_has_avx(void) { return 0; }
int sodium_runtime_has_avx2(void) { return 0; }
int sodium_runtime_has_avx512f(void) { return 0; }
int sodium_runtime_has_pclmul(void) { return 0; }
int sodium_runtime_has_aesni(void) { return 0; }
int sodium_runtime_has_rdrand(void) { return 0; }
