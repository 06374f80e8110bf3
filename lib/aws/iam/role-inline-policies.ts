import { resourceView } from "../view";
import { Role } from "./role";
import { RolePolicy } from "./role-policy";

/** What can carry an inline policy of a role. */
export const RoleInlinePolicies = resourceView<object>()([...Role.types, ...RolePolicy.types], () => ({}));
