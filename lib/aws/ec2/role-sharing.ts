import { type Place, type Read, unread } from "../../core/read";
import { type Stack, oncePerStack } from "../../core/resource";
import { type Truth, truthOf } from "../../core/truth";
import { givenByProgram } from "../given";
import { InstanceProfile } from "../iam/instance-profile";
import { Role } from "../iam/role";
import { type Reference, referenceOf, referring, referrersTo } from "../references";
import { Machine } from "./machine";
import { Subnet } from "./subnet";

type MachineView = ReturnType<typeof Machine.view>;

/** An instance or template with a role, and whether what runs of it has a public address. */
export interface MachineRole {
  readonly machine: MachineView;
  /** The same for machines of the same role. */
  readonly key: string;
  /** The logical name of the role, or what the program calls it. */
  readonly role: string;
  readonly isPublic: Truth;
  /** Where its address is decided. */
  readonly place: Place;
}

/** The machines of a stack of which both the role and the address can be told, or the address only after deployment. */
export const machineRoles = oncePerStack((stack): readonly MachineRole[] =>
  Machine.allIn(stack).flatMap((machine) => {
    const role = roleOf(stack, machine);
    const address = role === undefined ? undefined : addressOf(stack, machine);
    return role === undefined || address === undefined ? [] : [{ machine, ...role, ...address }];
  }),
);

function roleOf(stack: Stack, machine: MachineView) {
  const profile = referenceOf(stack, machine.resource, machine.instanceProfile, InstanceProfile.types);
  if (profile.kind !== "resource") return nameOf(profile);
  const { resource, role, name } = InstanceProfile.view(profile.resource);
  const target = referenceOf(stack, resource, role, Role.types);
  return nameOf(target) ?? { key: resource.urn, role: name };
}

/** `undefined` where it is not known which one it is. */
function nameOf(reference: Reference): { readonly key: string; readonly role: string } | undefined {
  if (reference.kind === "resource") return { key: reference.resource.urn, role: reference.resource.name };
  const text = reference.kind === "external" ? reference.text : undefined;
  return text === undefined ? undefined : { key: `name ${text}`, role: text };
}

const addresses = ["aws:ec2/eip:Eip", "aws:ec2/eipAssociation:EipAssociation"];
const addressOwners = [
  referring(addresses, "instance", Machine.types),
  referring(addresses, "instanceId", Machine.types),
];

/** `undefined` where a subnet outside of the stack decides, or nothing that a template says. */
function addressOf(stack: Stack, machine: MachineView) {
  const owners = addressOwners.flatMap((property) => referrersTo(stack, machine.resource, property).certain);
  if (owners.length > 0) return { isPublic: "yes" as const, place: machine.place };
  const own = givenByProgram(machine.resource, machine.publicAddress);
  if (own.kind !== "absent") return asAnswer(own);
  const subnet = referenceOf(stack, machine.resource, givenByProgram(machine.resource, machine.subnet), Subnet.types);
  if (subnet.kind === "unknown") return asAnswer(unread(subnet.place));
  if (subnet.kind !== "resource") return undefined;
  return asAnswer(Subnet.view(subnet.resource).mapsPublicAddress);
}

function asAnswer(read: Exclude<Read<boolean>, { kind: "absent" }>) {
  return { isPublic: read.kind === "known" ? truthOf(read.value) : ("unknown" as const), place: read.place };
}
