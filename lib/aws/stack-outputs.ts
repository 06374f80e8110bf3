import { type PropertyMap, isUnknown } from "../core/properties";
import { type Stack, oncePerStack } from "../core/resource";
import { textsIn, valuesIn } from "./texts";

/** The texts that a stack exports, each with the name of its output. Outputs that are not known yet are left out. */
export const exportedTexts = oncePerStack((stack): readonly (readonly [output: string, text: string])[] =>
  Object.entries(outputsOf(stack)).flatMap(([output, value]) => textsIn(value).map((text) => [output, text] as const)),
);

/** Whether an output of the stack, or something in it, is not known yet. */
export const hasOpenOutputs = oncePerStack((stack): boolean => valuesIn(outputsOf(stack)).some(isUnknown));

/** Pulumi shows a stack's outputs as the properties of a resource. */
function outputsOf({ resources }: Stack): PropertyMap {
  return resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.properties ?? {};
}
