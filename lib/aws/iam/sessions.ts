import { type iam, type ssoadmin } from "@pulumi/aws";
import { known, mapRead, unread, type Read } from "../../core/read";
import { PermissionSet } from "../ssoadmin/permission-set";
import { resourceView } from "../view";
import { Role } from "./role";

/** What people and programs have sessions of: a role or a permission set. */
export const SessionGiver = resourceView<iam.RoleArgs & ssoadmin.PermissionSetArgs>()(
  [...Role.types, ...PermissionSet.types],
  (_read, resource) =>
    Role.shows(resource)
      ? { title: "role", longestSession: Role.view(resource).maxSessionDuration }
      : { title: "permission set", longestSession: secondsOf(PermissionSet.view(resource).sessionDuration) },
);

/** The seconds of a duration such as `PT4H30M`; another form is malformed. */
function secondsOf(duration: Read<string>): Read<number> {
  const seconds = mapRead(duration, (text) => {
    const [whole, hours = "0", minutes = "0"] = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?$/.exec(text) ?? [];
    return whole === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60;
  });
  if (seconds.kind !== "known") return seconds;
  return seconds.value === undefined ? unread(seconds.place, "malformed") : known(seconds.value, seconds.place);
}
