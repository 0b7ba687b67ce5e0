// Snowflakes: texts of digits whose order is that of time. A part after a dot orders what follows one.

const padded = (id) => {
  const [whole, rest = ""] = String(id).split(".");
  return whole.padStart(20, "0") + rest;
};

/** Tell which of two ids is older, as `sort` takes it. */
export const compareIds = (a, b) => {
  const [one, other] = [padded(a), padded(b)];
  return one < other ? -1 : Number(one > other);
};

export const isNewer = (id, than) => compareIds(id, than ?? "0") > 0;

/** The id just before one, for "all after it, and it". */
export const justBefore = (id) => (BigInt(id) - 1n).toString();
