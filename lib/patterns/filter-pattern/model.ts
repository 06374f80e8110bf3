import type { Glob } from "../glob";
import type { Regex } from "./regex";

export type Step =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "any-element" }
  | { readonly kind: "any-member" };

export interface Selector {
  /** As written: `$.userIdentity.type`. */
  readonly text: string;
  readonly steps: readonly Step[];
}

export type Operator = "=" | "!=" | "<" | ">" | "<=" | ">=";

export type Comparand =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly quoted: boolean;
      /** Every `*` a wildcard. */
      readonly wild: Glob;
      /** Only the `*` at either end a wildcard, as older documentation says. */
      readonly literal: Glob;
      /** The number that the text spells. */
      readonly number?: number;
    }
  | { readonly kind: "regex"; readonly regex: Regex };

export type Leaf =
  | {
      readonly kind: "compare";
      readonly text: string;
      readonly selector: Selector;
      readonly operator: Operator;
      readonly value: Comparand;
    }
  | {
      readonly kind: "is";
      readonly text: string;
      readonly selector: Selector;
      readonly value: "NULL" | "TRUE" | "FALSE";
    }
  | { readonly kind: "absent"; readonly text: string; readonly selector: Selector };

export type Condition =
  | { readonly kind: "all"; readonly parts: readonly Condition[] }
  | { readonly kind: "any"; readonly parts: readonly Condition[] }
  | Leaf;

export interface Terms {
  readonly required: readonly string[];
  readonly excluded: readonly string[];
  /** One of them suffices; ignored beside other terms. */
  readonly optional: readonly string[];
}

export type FieldCondition =
  | { readonly kind: "all"; readonly parts: readonly FieldCondition[] }
  | { readonly kind: "any"; readonly parts: readonly FieldCondition[] }
  | { readonly kind: "compare"; readonly operator: Operator; readonly value: Comparand };

export type DelimitedField =
  | { readonly kind: "field"; readonly name: string; readonly condition?: FieldCondition }
  /** `...`: any number of fields. */
  | { readonly kind: "rest" };

/** The four languages of filter patterns, and the pattern that takes everything. */
export type Form =
  | { readonly language: "json"; readonly condition: Condition }
  | { readonly language: "terms"; readonly terms: Terms }
  | { readonly language: "delimited"; readonly fields: readonly DelimitedField[] }
  | { readonly language: "regex"; readonly regex: Regex }
  | { readonly language: "everything" };

export interface FilterPattern {
  readonly kind: "pattern";
  readonly form: Form;
  /** Why the service may refuse the pattern or read it otherwise; every answer is then open. Empty for nearly all. */
  readonly doubts: readonly string[];
  /** Whether it counts towards the five patterns with regular expressions that a log group may have. */
  readonly usesRegex: boolean;
}

export interface InvalidFilterPattern {
  readonly kind: "invalid";
  /** Where the trouble begins, in characters from 0. */
  readonly position: number;
  readonly problem: string;
  /** The whole pattern, corrected, where it is clear what was meant. */
  readonly suggestion?: string;
}
