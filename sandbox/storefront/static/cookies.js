// Reads and writes the browser's cookies for all of the shop.

const DAY = 24 * 3600;

export const readCookie = (name) => {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : decodeURIComponent(found.slice(name.length + 1));
};

export const writeCookie = (name, value, seconds = DAY) => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${seconds}; samesite=lax`;
};

export const readJsonCookie = (name, otherwise) => {
  try {
    return JSON.parse(readCookie(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
};
