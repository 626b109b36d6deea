/**
 * Makes an element. Properties that begin with `on` are listeners, `class`, `for` and those with a hyphen are
 * attributes, all others are properties. Children that are texts become text, never markup.
 */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    set(element, key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function set(element, key, value) {
  if (value === undefined || value === null) {
    return;
  }
  if (key.startsWith('on')) {
    element.addEventListener(key.slice(2), value);
  } else if (key === 'class' || key === 'for' || key === 'role' || key.includes('-')) {
    element.setAttribute(key, value);
  } else {
    element[key] = value;
  }
}

export const find = (selector) => document.querySelector(selector);

/** Has a place hold these children in this order, moving as few of them as it can. */
export function arrange(place, children) {
  const wanted = new Set(children);
  for (const child of [...place.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let at = place.firstElementChild;
  for (const child of children) {
    if (child === at) {
      at = at.nextElementSibling;
    } else {
      place.insertBefore(child, at);
    }
  }
}

/** Calls back once nothing was asked for `ms` milliseconds. */
export function settled(ms, action) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), ms);
  };
}
