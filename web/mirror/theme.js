// Which colours: the person's own choice, else what the browser wishes. One attribute on <html> and
// one number for the painter decide. Who wishes for darkness and for more contrast gets the dark
// theme, whose words have the contrast of the third one.

const KEY = "motcua.theme"; // kept: one of NAMES, or nothing for "auto"
const NAMES = ["light", "dark", "contrast"]; // the order of wasm/ui/theme.h

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off
  }
}

function keep(name) {
  try {
    if (name) localStorage.setItem(KEY, name);
    else localStorage.removeItem(KEY);
  } catch {
    // The choice then lasts as long as this page.
  }
}

/** onChange(number): the theme is another one; called once at the start, too. */
export function createTheme({ onChange }) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const strong = matchMedia("(prefers-contrast: more)");
  let chosen = NAMES.includes(kept()) ? kept() : null;
  let shown = null;

  function settle() {
    const name = chosen ?? (dark.matches ? "dark" : strong.matches ? "contrast" : "light");
    if (name === shown) return;
    shown = name;
    document.documentElement.dataset.theme = name;
    onChange(NAMES.indexOf(name));
  }

  dark.addEventListener("change", settle);
  strong.addEventListener("change", settle);
  settle();

  return {
    get choice() {
      return chosen ?? "auto";
    },
    /** "light", "dark", "contrast"; anything else follows the browser. */
    choose(name) {
      chosen = NAMES.includes(name) ? name : null;
      keep(chosen);
      settle();
    },
  };
}
