// Pictures that the document shows by name: pages of papers and their thumbnails. They never pass
// through the application, which knows their names only.

const urls = new Map();    // name -> blob URL
const waiting = new Map(); // name -> the images that shall show it

/** Gives, replaces or (null) takes away the picture of a name. */
export function setPicture(name, blob) {
  if (urls.has(name)) URL.revokeObjectURL(urls.get(name));
  urls.delete(name);
  if (blob) urls.set(name, URL.createObjectURL(blob));
  for (const image of waiting.get(name) ?? []) show(image, name);
}

/** Lets an image show the picture of that name, now or when there is one; "" shows none. */
export function showPicture(image, name) {
  const before = image.dataset.picture ?? "";
  if (before === name) return;
  waiting.get(before)?.delete(image);
  if (!waiting.get(before)?.size) waiting.delete(before);
  image.dataset.picture = name;
  if (name) waiting.set(name, (waiting.get(name) ?? new Set()).add(image));
  show(image, name);
}

function show(image, name) {
  const url = urls.get(name);
  image.hidden = !url;
  if (url) image.src = url;
  else image.removeAttribute("src");
}
