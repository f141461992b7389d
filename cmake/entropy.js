// env.motcua_random (see shared/motcua.h) for tests under Node. The sealing worker's module is linked
// without glue: its page provides the import, and only the name here counts.
mergeInto(LibraryManager.library, {
  motcua_random: function (to, size) {
    require("crypto").randomFillSync(HEAPU8.subarray(to, to + size));
    return 0;
  },
});
