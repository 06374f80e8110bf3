import { type StackSubject } from "../core/policy";
import { type Stack, oncePerStack } from "../core/resource";
import { type CarriedDocument, type CarrierKind, carriers, documentsIn } from "./documents";
import { KeyPolicyHolder } from "./kms/key-policy";
import { TopicPolicyHolder } from "./sns/topic-policy";
import { trailBucketsOf } from "./s3/trail-buckets";
import { Trail } from "./cloudtrail/trail";

/** The policy of a resource, with the stack that it is in. */
export interface ResourcePolicy extends CarriedDocument {
  readonly stack: Stack;
}

/** Types whose policies are judged by policies of their own services. */
const judgedElsewhere: readonly string[] = [
  ...KeyPolicyHolder.types,
  ...TopicPolicyHolder.types,
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
];

/** Types whose policies are there to let everybody in, with the request authorized by other means. */
const publicByPurpose: readonly string[] = [
  "aws:apigateway/domainName:DomainName",
  "aws:apigateway/restApi:RestApi",
  "aws:apigateway/restApiPolicy:RestApiPolicy",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy",
];

const carrierTypes = typesOf("resource");

function typesOf(wanted: CarrierKind): readonly string[] {
  return [...new Set(carriers.filter(({ kind }) => kind === wanted).map(({ type }) => type))];
}

/** The policies of resources for which no policies of their own service stand in this pack: not keys, topics, event buses, log groups and trails' buckets. */
export const resourcePolicies = subjectOf(carrierTypes.filter((type) => !judgedElsewhere.includes(type)));

/** As `resourcePolicies`, with those of keys, whose own policies do not ask for accounts. */
export const sharedResourcePolicies = subjectOf(
  carrierTypes.filter((type) => !judgedElsewhere.includes(type) || KeyPolicyHolder.types.includes(type)),
);

/** The policies of all resources, by whatever policies of their own they are judged. */
export const everyResourcePolicy: StackSubject<ResourcePolicy> = {
  scope: "stack",
  types: carrierTypes,
  *select(stack) {
    for (const document of documentsIn(stack, "resource")) yield { ...document, stack };
  },
};

/** As `resourcePolicies`, without those that are meant for the public. */
export const privateResourcePolicies = subjectOf(
  carrierTypes.filter((type) => !judgedElsewhere.includes(type) && !publicByPurpose.includes(type)),
);

/** As `resourcePolicies`, with those of topics and event buses, whose own policies do not ask for whom a service acts. */
export const policiesWithServices = subjectOf(
  carrierTypes.filter(
    (type) =>
      !judgedElsewhere.includes(type) ||
      TopicPolicyHolder.types.includes(type) ||
      type === "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  ),
);

function subjectOf(types: readonly string[]): StackSubject<ResourcePolicy> {
  return {
    scope: "stack",
    types,
    *select(stack) {
      const ofTrails = documentsOfTrailBuckets(stack);
      for (const document of documentsIn(stack, "resource")) {
        const { resource } = document;
        if (types.includes(resource.type) && !ofTrails.has(resource.urn)) yield { ...document, stack };
      }
    },
  };
}

/** The URNs of the resources that hold the policies of trails' buckets. */
const documentsOfTrailBuckets = oncePerStack((stack): ReadonlySet<string> => {
  const some = stack.resources.some(({ type }) => Trail.types.includes(type));
  return new Set(some ? trailBucketsOf(stack).map(({ policy }) => policy.place.urn) : []);
});

/** All that names principals and may do so by exception: trust policies, endpoint policies and `resourcePolicies`. */
export const notPrincipalDocuments: StackSubject<CarriedDocument> = {
  scope: "stack",
  types: [...new Set([...resourcePolicies.types, ...typesOf("trust"), ...typesOf("vpcEndpoint")])],
  *select(stack, settings) {
    yield* resourcePolicies.select(stack, settings);
    yield* documentsIn(stack, "trust", "vpcEndpoint");
  },
};
