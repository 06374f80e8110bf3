import { type Claim, claim } from "../../core/claim";
import { type Place } from "../../core/read";
import { type Truth, all } from "../../core/truth";

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
  /** Where the hop leads, for a chain that breaks further on while this hop is unknown: "log group `trail`". */
  readonly named?: string;
  /** The exact change that makes a broken hop hold, a sentence: "Use statistic `Sum`." Absent where it holds. */
  readonly fix?: string;
  /** The policy that reports the broken hop by itself, whichever event is asked about; absent where none does. */
  readonly reportedBy?: string;
  /** The property to change, or the resource that decides. */
  readonly place: Place;
  /** What is taken for granted because no program can show it: "somebody confirms the e-mail subscription". */
  readonly assumptions: readonly string[];
}

/** From where to where a hop leads, and the property that decides. */
export type Hop = Pick<Link, "from" | "to" | "place">;

/** A hop that holds, given the `assumptions`. */
export function holding(hop: Hop, what: string, assumptions: readonly string[] = []): Link {
  return { ...hopOf(hop), truth: "yes", what, assumptions };
}

/** A hop that is broken, and the sentence that mends it. */
export function broken(hop: Hop, what: string, fix: string): Link {
  return { ...hopOf(hop), truth: "no", what, fix, assumptions: [] };
}

/** A hop of which nobody can tell, with the reason in `what`. */
export function unproven(hop: Hop, what: string): Link {
  return { ...hopOf(hop), truth: "unknown", what, assumptions: [] };
}

/** A hop as a statement of its own, for policies. */
export function claimOf({ truth, place }: Link): Claim {
  return claim(truth, place);
}

function hopOf({ from, to, place }: Hop): Hop {
  return { from, to, place };
}

/**
 * Who hears at the end: a person (mail, chat, pager), a function or another program that acts, or something outside
 * the stack that a setting names.
 */
export type End = "person" | "program" | "external";

/** One way from a resource to whoever hears of it, hop by hop. Where a hop is broken nothing follows it. */
export interface Route {
  readonly links: readonly Link[];
  /** Absent where the way breaks off before it gets anywhere. */
  readonly end?: End;
}

/** Whether somebody hears by this way. */
export function reaches(route: Route): Truth {
  return all(route.links.map(({ truth }) => truth));
}

/** The first hop that is broken, or else the first that is not known. Absent where all hold. */
export function weakest<Hop extends Pick<Link, "truth">>(links: readonly Hop[]): Hop | undefined {
  return links.find(({ truth }) => truth === "no") ?? links.find(({ truth }) => truth === "unknown");
}

/** The routes that go on behind `link`: none of them where it is broken. */
export function behind(link: Link, routes: () => readonly Route[]): readonly Route[] {
  if (link.truth === "no") return [{ links: [link] }];
  return routes().map((route) => ({ ...route, links: [link, ...route.links] }));
}
