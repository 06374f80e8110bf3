import { pushTo } from "../../core/grouping";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";

/** Where keys are kept for others to read: the id and the secret often have a resource each. */
const stores = ["aws:secretsmanager/secretVersion:SecretVersion", "aws:ssm/parameter:Parameter"];

/** The resources that properties of the resource with this URN flow into, but for those that only keep them. */
export function consumersOf(stack: Stack, urn: string): readonly Resource[] {
  return consumers(stack).get(urn) ?? [];
}

const consumers = oncePerStack((stack): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const resource of stack.resources) {
    if (stores.includes(resource.type) || !resource.type.includes("/")) continue;
    for (const source of new Set(Object.values(resource.propertyDependencies).flat())) pushTo(found, source, resource);
  }
  return found;
});
