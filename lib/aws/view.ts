import { type ResourceSubject, type StackSubject } from "../core/policy";
import { type Place } from "../core/read";
import { type Resource, type Stack } from "../core/resource";
import { Reader } from "./reader";

/** What every view of a resource has. */
export interface ViewBase {
  readonly resource: Resource;
  readonly urn: string;
  /** The logical name in the program: what messages call the resource. */
  readonly name: string;
  /** The resource as a whole, for findings that belong to no property. */
  readonly place: Place;
}

/** A typed view of one or more resource types, and the subject of policies that look at one such resource. */
export interface ResourceView<Args, View> extends ResourceSubject<ViewBase & View> {
  /** Only a type: what the program may write. */
  readonly args?: Args;
  /** The resources of a stack as this view shows them, in the order of their URNs. */
  allIn(stack: Stack): readonly (ViewBase & View)[];
  /** Whether a resource is of one of the view's types. */
  shows(resource: Resource): boolean;
}

/** Declares the view of `types`. Defaults, and what AWS makes of an absent value, belong in here, not in policies. */
export function resourceView<Args>() {
  return <View extends object>(
    types: readonly string[],
    read: (reader: Reader<Args>, resource: Resource) => View,
  ): ResourceView<Args, View> => {
    const views = new WeakMap<Resource, ViewBase & View>();
    const view = (resource: Resource): ViewBase & View => {
      const made = views.get(resource);
      if (made) return made;
      const place = { urn: resource.urn, path: "" };
      const fresh = {
        resource,
        urn: resource.urn,
        name: resource.name,
        place,
        ...read(new Reader<Args>(resource.properties, place), resource),
      };
      views.set(resource, fresh);
      return fresh;
    };
    const shows = (resource: Resource) => types.includes(resource.type);
    return { scope: "resource", types, view, shows, allIn: (stack) => stack.resources.filter(shows).map(view) };
  };
}

/** A resource of a stack together with the stack: for policies that follow its relations. */
export interface InStack<View> {
  readonly stack: Stack;
  readonly subject: View;
}

/** The subject of policies that look at each resource of a view with the whole stack at hand. */
export function inStack<Args, View>(view: ResourceView<Args, View>): StackSubject<InStack<ViewBase & View>> {
  return {
    scope: "stack",
    types: view.types,
    *select(stack) {
      for (const subject of view.allIn(stack)) yield { stack, subject };
    },
  };
}

/** The subject of policies that ask the whole stack one question, whatever it holds. */
export const wholeStack: StackSubject<Stack> = {
  scope: "stack",
  types: [],
  *select(stack) {
    yield stack;
  },
};
