// Light or dark: as the machine has it, until somebody chooses.

export function theme(next) {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = next ?? localStorage.getItem("theme") ?? (isDark ? "dark" : "light");
  document.documentElement.dataset.theme = now;
  if (next) localStorage.setItem("theme", next);
}

export function turnTheme() { theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"); }
