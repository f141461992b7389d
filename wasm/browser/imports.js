// What the application calls in JavaScript. boot.js gives the functions to the module's factory.
mergeInto(LibraryManager.library, {
  motcua_tree: function (nodes, count, strings, length) {
    Module["onTree"](nodes, count, strings, length);
  },
  motcua_dirty: function () {
    Module["onDirty"]();
  },
  motcua_effect: function (text, length) {
    Module["onEffect"](new TextDecoder().decode(HEAPU8.subarray(text, text + length)));
  },
});
