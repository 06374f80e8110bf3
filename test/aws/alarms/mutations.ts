import { Declared, external } from "../../support/program";

type Args = Readonly<Record<string, unknown>>;

/** One change of a program, with the place that it changes: `alarm watch statistic`. */
export interface Mutation {
  readonly place: string;
  readonly kind: "removed" | "altered" | "unknown";
  readonly program: readonly Declared[];
}

/** Every resource taken away, one at a time. */
export function removals(program: readonly Declared[]): readonly Mutation[] {
  return program.map((each) => ({
    place: placeOf(each),
    kind: "removed",
    program: program.filter((other) => other !== each),
  }));
}

/**
 * Every argument of every resource taken away, altered, and taken from another stack (unknown in a preview, another
 * value later), one at a time.
 */
export function changes(program: readonly Declared[]): readonly Mutation[] {
  return program.flatMap((declared) =>
    Object.entries(declared.args).flatMap(([name, value]) => {
      const place = `${placeOf(declared)} ${name}`;
      const alterations = alterationsOf(value).map(({ path, kind, other }) => ({
        place: `${place}${path}`,
        kind,
        program: changed(program, declared, { [name]: other }),
      }));
      return [
        { place, kind: "removed" as const, program: changed(program, declared, { [name]: undefined }) },
        ...alterations,
        { place, kind: "unknown" as const, program: changed(program, declared, { [name]: external("elsewhere") }) },
      ];
    }),
  );
}

function placeOf({ type, name }: Declared): string {
  return `${type.slice(type.lastIndexOf(":") + 1)} ${name}`;
}

interface Alteration {
  readonly kind: "removed" | "altered";
  /** Where in the value: `.Statement[0].Effect`. */
  readonly path: string;
  readonly other: unknown;
}

/** Other values of the same shape: for a text or a number, and for each part of an object or list. */
function alterationsOf(value: unknown): readonly Alteration[] {
  if (typeof value === "string") return [altered(`other-${value}`)];
  if (typeof value === "number") return [altered(value + 1), altered(value * 1000)];
  if (typeof value === "boolean") return [altered(!value)];
  if (Array.isArray(value)) return [altered([]), ...value.flatMap((_, index) => partsOf(value, index))];
  if (!isPlain(value)) return [altered("other")];
  return Object.entries(value).flatMap(([name, part]) => [
    { path: `.${name}`, kind: "removed" as const, other: without(value, name) },
    ...alterationsOf(part).map((each) => ({
      ...each,
      path: `.${name}${each.path}`,
      other: { ...value, [name]: each.other },
    })),
  ]);
}

function altered(other: unknown): Alteration {
  return { path: "", kind: "altered", other };
}

function partsOf(list: readonly unknown[], index: number): readonly Alteration[] {
  return alterationsOf(list[index]).map((each) => ({
    ...each,
    path: `[${index}]${each.path}`,
    other: list.map((part, at): unknown => (at === index ? each.other : part)),
  }));
}

function isPlain(value: unknown): value is Args {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function without(value: Args, name: string): Args {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

/** References go by the declared resource, so that the changed one takes the place of the old in all of them. */
function changed(program: readonly Declared[], target: Declared, args: Args): readonly Declared[] {
  const all = Object.fromEntries(
    Object.entries({ ...target.args, ...args }).filter(([, value]) => value !== undefined),
  );
  return program.map((each) => (each === target ? new Declared(each.type, each.name, all, each.options) : each));
}
