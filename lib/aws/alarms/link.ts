import { type Place } from "../../core/read";
import { type Truth } from "../../core/truth";

/**
 * One hop between an API call and the person who should hear of it: whether it holds, in words for a message, and
 * what to change where it does not.
 */
export interface Link {
  readonly truth: Truth;
  /** The resource that the hop starts from and the one that it leads to, as URNs; `to` is empty for a person. */
  readonly from: string;
  readonly to: string;
  /**
   * The hop in words, lower case, no full stop, as a piece of a chain: "filter `tamper` matches" where it holds,
   * "alarm `tamper` never fires: Average of 1 and default 0 stays below threshold 1" where it is broken, and what is
   * not known where it is unknown.
   */
  readonly what: string;
  /** The exact change that makes a broken hop hold, a sentence: "Use statistic `Sum`." Absent where it holds. */
  readonly fix?: string;
  /** The property to change, or the resource that decides. */
  readonly place: Place;
  /** What is taken for granted because no program can show it: "somebody confirms the e-mail subscription". */
  readonly assumptions: readonly string[];
}
