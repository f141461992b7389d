// Says the one sentence of a page that could not start, in browsers too old to run the application.
// Plain old JavaScript for that reason, and the first script: it hears when the next one fails.

(function () {
  var root = document.documentElement;

  function started() {
    return / (overlay|page) /.test(" " + root.className + " ");
  }

  function say() {
    if (!started()) document.getElementById("trouble").removeAttribute("hidden");
  }

  window.addEventListener("error", function (event) {
    var script = event.target && event.target.tagName === "SCRIPT";
    // Extensions fail under addresses of their own.
    var ours = event.filename && event.filename.indexOf(location.origin + "/_/") === 0;
    if (script || ours) say();
  }, true);

  var modules = "noModule" in document.createElement("script");
  if (!modules || typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) say();
})();
