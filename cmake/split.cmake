# Cuts a page's module in two (binaryen's wasm-split): motcua-X.wasm with the functions that ran when
# cmake/first_screen.mjs played the first screen, motcua-X-late.wasm with the others, which web/late.js
# joins to it. Names of functions are needed for cutting and go with it. A function with one caller
# goes where its caller goes, since it is put into it: what only other screens do is therefore called
# through a table (wasm/app/view.cpp).
find_program(WASM_OPT wasm-opt REQUIRED)  # of binaryen, which Emscripten itself needs
find_program(WASM_SPLIT wasm-split REQUIRED)
find_program(NODE NAMES node nodejs REQUIRED)

set(FONTS ${DEPS}/../fonts)
set(WASM_FEATURES --enable-bulk-memory --enable-mutable-globals --enable-sign-ext --enable-simd)
# em++ optimises once; going on until nothing gets smaller saves 3 % of the first screen's code.
set(WASM_SMALLER ${WASM_OPT} -Oz --converge ${WASM_FEATURES})

function(motcua_split target)
  set(player ${CMAKE_SOURCE_DIR}/cmake/first_screen.mjs)
  target_link_options(${target} PRIVATE --profiling-funcs)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${player})
  set(whole ${target}.whole.wasm)
  set(played ${target}.played.wasm)
  set(profile ${target}.profile)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${WASM_SMALLER} -g ${target}.wasm -o ${whole}
    COMMAND ${WASM_SPLIT} --instrument ${WASM_FEATURES} ${whole} -o ${played}
    COMMAND ${NODE} ${player} ${target}.mjs ${whole} ${played} ${FONTS} ${profile}
    COMMAND ${WASM_SPLIT} ${WASM_FEATURES} --profile ${profile} --import-namespace first
      --placeholder-namespace late --placeholdermap ${whole} -o1 ${target}.wasm -o2 ${target}-late.wasm
    COMMAND ${WASM_SMALLER} ${target}.wasm -o ${target}.wasm
    COMMAND ${WASM_SMALLER} ${target}-late.wasm -o ${target}-late.wasm
    BYPRODUCTS ${target}-late.wasm ${target}.wasm.placeholders ${whole} ${played} ${profile} VERBATIM)
endfunction()
