import { isUnknown, ownProperty } from "../core/properties";
import { type Resource, type Stack, oncePerStack } from "../core/resource";
import { type Truth } from "../core/truth";
import { hasOpenOutputs } from "./stack-outputs";
import { textsIn } from "./texts";

/**
 * The resources that have something of another one in their properties: an output of it, its name as a whole text, or
 * its ARN, be it within a document. A name that stands for something else counts as well.
 */
export function mentionsOf(stack: Stack, { urn, properties }: Resource): readonly Resource[] {
  const { byUpstream, byText } = mentions(stack);
  const name = ownProperty(properties, "name");
  const named = typeof name === "string" ? (byText.get(name) ?? []) : [];
  return [...new Set([...(byUpstream.get(urn) ?? []), ...named])].filter((each) => each.urn !== urn);
}

/**
 * Whether anything of `counted` mentions a resource: `unknown` where nothing is seen to, and a preview does not know the
 * name by which a text may. What came from elsewhere is no mention, as Pulumi says where it came from; but of the stack's
 * outputs, which other stacks may use, it does not say so.
 */
export function isMentioned(stack: Stack, resource: Resource, counted: (by: Resource) => boolean = () => true): Truth {
  if (mentionsOf(stack, resource).some(counted)) return "yes";
  return isUnknown(ownProperty(resource.properties, "name")) || hasOpenOutputs(stack) ? "unknown" : "no";
}

interface Mentions {
  readonly byUpstream: ReadonlyMap<string, ReadonlySet<Resource>>;
  readonly byText: ReadonlyMap<string, ReadonlySet<Resource>>;
}

const mentions = oncePerStack((stack): Mentions => {
  const byUpstream = new Map<string, Set<Resource>>();
  const byText = new Map<string, Set<Resource>>();
  for (const resource of stack.resources) {
    for (const urn of Object.values(resource.propertyDependencies).flat()) addTo(byUpstream, urn, resource);
    for (const text of textsIn(resource.properties)) {
      for (const name of namesIn(text)) addTo(byText, name, resource);
    }
  }
  return { byUpstream, byText };
});

function addTo(map: Map<string, Set<Resource>>, key: string, resource: Resource): void {
  const found = map.get(key);
  if (found) found.add(resource);
  else map.set(key, new Set([resource]));
}

/** Longer texts are no names of IAM (service quotas, read 2026-11). */
const longestName = 128;

/** A text as a whole, and the last part of each ARN of a user, role or instance profile in it. */
function namesIn(text: string): readonly string[] {
  const inArns = [...text.matchAll(/:(?:user|role|instance-profile)\/([\w+=,.@/-]+)/g)];
  const whole = text.length <= longestName ? [text] : [];
  return [...whole, ...inArns.map(([, path = ""]) => path.slice(path.lastIndexOf("/") + 1))];
}
