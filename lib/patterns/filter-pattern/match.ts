import { isPropertyList, isPropertyMap, isUnknown, type PropertyValue } from "../../core/properties";
import type { Truth } from "../../core/truth";
import type { Answer } from "../answer";
import { Inquiry, notYetKnown } from "./inquiry";
import { holds } from "./json-match";
import type { FilterPattern, Form } from "./model";
import { fieldsHold, regexHolds, termsHold } from "./text-match";

/**
 * Whether a filter with this pattern takes the log event. `record` is the event as JSON; `text` is its exact text,
 * where that is known. Open wherever AWS does not document the outcome, with the reason.
 */
export function matchesFilterPattern(pattern: FilterPattern, record: PropertyValue, text?: string): Answer {
  const [doubt] = pattern.doubts;
  if (doubt !== undefined) return { truth: "unknown", reason: doubt };
  const inquiry = new Inquiry();
  const truth = formHolds(pattern.form, record, text, inquiry);
  return truth === "unknown" ? { truth, reason: inquiry.reason ?? notYetKnown } : { truth };
}

function formHolds(form: Form, record: PropertyValue, text: string | undefined, inquiry: Inquiry): Truth {
  switch (form.language) {
    case "everything":
      return "yes";
    case "json":
      if (isUnknown(record)) return inquiry.open(notYetKnown);
      return isPropertyMap(record) || isPropertyList(record) ? holds(form.condition, record, inquiry) : "no";
    case "terms":
      return termsHold(form.terms, record, text, inquiry);
    case "regex":
      return regexHolds(form.regex, record, text, inquiry);
    case "delimited":
      return fieldsHold(form.fields, text, inquiry);
  }
}
