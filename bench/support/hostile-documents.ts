import { type PropertyMap, type PropertyValue } from "../../lib/core/properties";
import { written } from "./policy-documents";

/** A way to write documents that take long to analyse, made to size. */
export interface HostileKind {
  readonly name: string;
  /** Policies of identities have no principals; those of resources, and trust policies, do. */
  readonly carrier: "identity" | "resource";
  /** Documents of about `size` characters together. Those of another seed share no pattern with them. */
  readonly documents: (size: number, seed: number) => readonly string[];
}

/** A part of a document, unlike that of every other number. */
type Make<T extends PropertyValue> = (number: number) => T;

/** As many parts as fit into `size` characters. */
function partsOf<T extends PropertyValue>(size: number, seed: number, make: Make<T>): readonly T[] {
  const parts: T[] = [];
  let length = 0;
  for (let number = seed * 10_000; ; number++) {
    const part = make(number);
    length += JSON.stringify(part).length + 1;
    if (length > size) return parts;
    parts.push(part);
  }
}

/** What a document has beside its parts. */
const frame = 150;

/** One statement with a long list in `element`. */
function list(name: string, element: string, make: Make<string>, rest: PropertyMap = { Resource: "*" }): HostileKind {
  const documents = (size: number, seed: number) => [
    written({ Effect: "Allow", ...rest, [element]: partsOf(size - frame, seed, make) }),
  ];
  return { name, carrier: "identity", documents };
}

/** Many statements, after those that stand first. They allow where they do not say otherwise. */
function statements(name: string, make: Make<PropertyMap>, ...first: readonly PropertyMap[]): HostileKind {
  const whole = (number: number): PropertyMap => {
    const statement: PropertyMap = { Effect: "Allow", ...make(number) };
    return "NotResource" in statement ? statement : { Resource: "*", ...statement };
  };
  const documents = (size: number, seed: number) => [written(...first, ...partsOf(size - frame, seed, whole))];
  return { name, carrier: "identity", documents };
}

function ofResources(kind: HostileKind): HostileKind {
  return { ...kind, carrier: "resource" };
}

/** Twenty documents on one holder, which share the characters. */
function twenty(kind: HostileKind): HostileKind {
  const documents = (size: number, seed: number) =>
    Array.from({ length: 20 }, (_, index) => kind.documents(size / 20 + frame, seed + index)).flat();
  return { name: `twenty documents: ${kind.name}`, carrier: kind.carrier, documents };
}

const everything: PropertyMap = { Effect: "Allow", Action: "*", Resource: "*" };
const alphabet = "etaoinsrldcugpmhyfbvkwxjqz";

/** Letters of a number, the commonest first, with `between` between them. */
function letters(number: number, between = ""): string {
  const first = alphabet[number % 26] ?? "";
  return number < 26 ? first : `${first}${between}${letters(Math.floor(number / 26), between)}`;
}

/** A pattern that matches many names: two letters. Superfluous stars tell the seeds apart. */
function common(number: number): string {
  return `*${letters(number % 676, "*".repeat((Math.floor(number / 10_000) % 40) + 1))}*`;
}

/** One pattern as long as fits twice, as an action and as a resource, allowed and denied. */
function longPattern(name: string, piece: string): HostileKind {
  const statement = (size: number, Effect: string, end: string) => {
    const long = piece.repeat(Math.max(Math.floor((size - 2 * frame) / 4 / piece.length), 1));
    return { Effect, Action: `*:${long}${end}*`, Resource: `arn:aws:s3:::*${long}${end}` };
  };
  const documents = (size: number, seed: number) => [
    written(everything, statement(size, "Allow", `b${seed}`), statement(size, "Deny", `a${seed}`)),
  ];
  return { name, carrier: "identity", documents };
}

const manyActionsOnManyResources: HostileKind = {
  name: "actions on resources",
  carrier: "identity",
  documents: (size, seed) => {
    const half = (size - frame) / 2;
    const Action = partsOf(half, seed, (n) => `s3:*${letters(n, "*")}`);
    const Resource = partsOf(half, seed, (n) => `arn:aws:s3:::*${n}/*?*`);
    return [written({ Effect: "Allow", Action, Resource })];
  },
};

const conditionValues: HostileKind = {
  name: "values of a condition",
  carrier: "identity",
  documents: (size, seed) => {
    const values = partsOf(size - frame, seed, (n) => `arn:aws:iam::*:role/*${n}?*`);
    return [written({ ...everything, Condition: { StringLike: { "aws:PrincipalArn": values } } })];
  },
};

const addresses: HostileKind = {
  name: "addresses of a condition",
  carrier: "identity",
  documents: (size, seed) => {
    const values = partsOf(size - frame, seed, (n) => `10.${n % 256}.0.0/${16 + (n % 8)}`);
    return [written({ ...everything, Condition: { IpAddress: { "aws:SourceIp": values } } })];
  },
};

const principals: HostileKind = {
  name: "principals",
  carrier: "resource",
  documents: (size, seed) => {
    const AWS = partsOf(size - frame, seed, (n) => `arn:aws:iam::${String(n).padStart(12, "2")}:role/r${n}`);
    return [written({ Effect: "Allow", Action: ["sts:AssumeRole", "s3:*"], Resource: "*", Principal: { AWS } })];
  },
};

const allowsAndDenies = statements("allows and denies of parts", (n) => ({
  Effect: n % 2 === 0 ? "Allow" : "Deny",
  Action: `*:*${letters(n)}*`,
  Resource: [`arn:*:*:*:*:*${n}*`, `arn:*:s3:::*${n}a*`],
}));

const escalating = statements("escalating", (n) => ({
  Action: ["iam:*Role", "lambda:*Function*", `*:Create*${letters(n)}`],
  Resource: `arn:aws:*:*:*:*${n}*`,
}));

function roleArn(number: number): string {
  return `arn:aws:iam::*:role/*${number}?*`;
}

/** The table of documents, by what is hard about them. */
export const hostileKinds: readonly HostileKind[] = [
  list("NotAction of wildcards", "NotAction", (n) => `*${letters(n, "*")}*${n}*`),
  list("NotAction of every service", "NotAction", (n) => `*:?*${letters(n)}*`),
  list("NotAction that matches much", "NotAction", (n) => `*:${common(n)}`),
  list("NotAction of one service", "NotAction", (n) => `s3:*${letters(n, "*")}?`),
  list("Action of every service", "Action", (n) => `*:*${letters(n, "*")}*`),
  list("Action that matches much", "Action", (n) => `*:${common(n)}`),
  list("Action by its end", "Action", (n) => `*:*${letters(n, "?")}`),
  list("Action of question marks", "Action", (n) => `*:${"*?".repeat(n % 12)}${letters(n)}`),
  list("Action of one service", "Action", (n) => `ec2:*${letters(n)}*`),
  list("misspelled actions", "Action", (n) => `s3:GetObjectVersoin${letters(n)}`),
  list("misspelled services", "Action", (n) => `elasticloadblancin${letters(n)}:Get${n}*`),
  statements("wildcards", (n) => ({ Action: `*:*${letters(n, "*")}` })),
  statements("wildcards that match much", (n) => ({ Action: `*:${common(n)}` })),
  statements("NotAction", (n) => ({ NotAction: [`*${letters(n)}*`, `*:*${letters(n, "?")}`] })),
  statements("conditions", (n) => ({
    Action: `*:*${letters(n)}*`,
    Condition: { StringLike: { "aws:PrincipalArn": roleArn(n) } },
  })),
  statements("NotResource", (n) => ({ Action: `*:*${letters(n)}*`, NotResource: `arn:*:*:*${n}*` })),
  statements(
    "denies that match much",
    (n) => ({ Effect: "Deny", Action: `*:${common(n)}`, Resource: `*${n}` }),
    everything,
  ),
  statements("allows and denies that match much", (n) => ({
    Effect: n % 2 === 0 ? "Allow" : "Deny",
    Action: `*:${common(n)}`,
    Resource: [`*${n}`, `arn:*:*:*:*:*${n % 9}*`],
  })),
  statements(
    "denies under conditions",
    (n) => ({
      Effect: "Deny",
      Action: `*:*${letters(n)}*`,
      Condition: { StringNotLike: { "aws:PrincipalArn": roleArn(n) } },
    }),
    everything,
  ),
  statements("denies of parts", (n) => ({ Effect: "Deny", Action: "*", Resource: `*${n}*?*` }), everything),
  statements(
    "denies by NotAction",
    (n) => ({ Effect: "Deny", NotAction: `*${letters(n)}*`, Resource: `*${n}` }),
    everything,
  ),
  allowsAndDenies,
  list("resources of wildcards", "Resource", (n) => `arn:aws:s3:::*${n}*?*`, { Action: "s3:*" }),
  list("resources of question marks", "Resource", (n) => `*a${"?*".repeat(n % 8)}${n}*`, { Action: ["s3:*", "ec2:*"] }),
  list("variables", "Resource", (n) => `arn:aws:s3:::\${aws:username}*\${aws:PrincipalTag/t${n}}*`, { Action: "s3:*" }),
  list("broken variables", "Resource", (n) => `arn:aws:s3:::\${\${\${aws:usrname${n}}\${`, { Action: "s3:*" }),
  list("misspelled variables", "Resource", (n) => `arn:aws:s3:::\${aws:usrname${letters(n)}}`, { Action: "s3:*" }),
  manyActionsOnManyResources,
  longPattern("one long pattern of stars", "*a"),
  longPattern("one long pattern of question marks", "*?"),
  longPattern("one long pattern of repeats", "a"),
  conditionValues,
  addresses,
  statements("misspelled conditions", (n) => ({
    Action: "s3:*",
    Condition: {
      StringEqualss: { [`aws:PrincpalArn${letters(n)}`]: "a" },
      StringLike: { [`s3:prefx${letters(n)}`]: `*${n}*` },
    },
  })),
  twenty(allowsAndDenies),
  twenty(escalating),
  principals,
  ofResources(
    statements("services under conditions", (n) => ({
      Action: `*:*${letters(n)}*`,
      Principal: { Service: [`s${n}.amazonaws.com`, "s3.amazonaws.com"] },
      Condition: { ArnLike: { "aws:SourceArn": `arn:*:s3:::*${n}*` } },
    })),
  ),
  ofResources(
    statements(
      "denies of everybody",
      (n) => ({
        Effect: "Deny",
        Action: `*:*${letters(n)}*`,
        Principal: "*",
        Condition: { StringNotLike: { "aws:PrincipalArn": roleArn(n) } },
      }),
      { ...everything, Principal: "*" },
    ),
  ),
];
