import { type Claim, claim, whether } from "../../core/claim";
import { valueOf } from "../../core/read";
import { type Truth, any, truthOf } from "../../core/truth";
import { type OrganizationsFeatures } from "./organizations-features";

/** The two halves of central management: no credentials of root users, and short sessions where root is needed. */
export const rootFeatures = ["RootCredentialsManagement", "RootSessions"] as const;

/** Whether a declaration enables one of the features. */
export function enablesFeature(
  { enabledFeatures }: ReturnType<typeof OrganizationsFeatures.view>,
  feature: (typeof rootFeatures)[number],
): Claim {
  const items = valueOf(enabledFeatures);
  if (items === undefined) return claim(enabledFeatures.kind === "absent" ? "no" : "unknown", enabledFeatures.place);
  const answers = items.map((item): Truth => whether(item, (text) => truthOf(text === feature), "no").truth);
  return claim(any(answers), enabledFeatures.place);
}
