// Elements of components (wasm/ui/components) that not every page uses. A page's boot names those it
// needs before it makes a Mirror; the others are not even loaded.
//
// A part: {
//   role, tag,             of the node and of its element
//   box,                   true, or a function of the node: it holds others and stays where the
//                          document puts it
//   hovers,                true: the painter wants to know of a pointer over it
//   kind(node),            another tag, where it depends on the node
//   classes(node),         further class names
//   create(element, node), apply(element, node)   after what elements.js does
//   gone(element, mirror), before it is removed; true: it has seen to the focus itself
//   listen(on, mirror, send)   once, with the other events
// }

const parts = new Map();

export function useParts(list) {
  for (const part of list) parts.set(part.role, part);
}

export const partOf = (role) => parts.get(role);
export const allParts = () => parts.values();
