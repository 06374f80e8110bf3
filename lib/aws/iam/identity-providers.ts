import { type Stack } from "../../core/resource";
import { SamlProvider } from "./saml-provider";

/** Whether the stack declares a way in for people from elsewhere: a SAML provider, or something of Identity Center. */
export function hasIdentityProvider(stack: Stack): boolean {
  return stack.resources.some(
    ({ type }) => SamlProvider.types.includes(type) || /^aws:(?:ssoadmin|identitystore)\//.test(type),
  );
}
