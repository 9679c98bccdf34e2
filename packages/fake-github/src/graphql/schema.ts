import { buildSchema } from 'graphql';

/** The part of GitHub's GraphQL schema that the fake answers; a query beyond it is refused as invalid. */
export const SCHEMA = buildSchema(`
  scalar Base64String
  scalar DateTime
  scalar GitObjectID
  scalar URI

  type Query {
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
  }

  type Mutation {
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
    updateRefs(input: UpdateRefsInput!): UpdateRefsPayload
  }

  type GitActor {
    name: String
    email: String
  }

  input UpdateRefsInput {
    clientMutationId: String
    refUpdates: [RefUpdate!]!
    repositoryId: ID!
  }

  input RefUpdate {
    afterOid: GitObjectID!
    beforeOid: GitObjectID
    force: Boolean = false
    name: String!
  }

  type UpdateRefsPayload {
    clientMutationId: String
  }

  type Repository {
    id: ID!
    name: String!
    nameWithOwner: String!
    isArchived: Boolean!
    isEmpty: Boolean!
    isPrivate: Boolean!
    viewerPermission: String
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
  }

  type Ref {
    id: ID!
    name: String!
    prefix: String!
    target: GitObject
  }

  interface GitObject {
    oid: GitObjectID!
  }

  type Commit implements GitObject {
    id: ID!
    oid: GitObjectID!
    url: URI!
    message: String!
    messageHeadline: String!
    committedDate: DateTime!
    author: GitActor
    signature: GitSignature
  }

  type GitSignature {
    isValid: Boolean!
    state: String!
    wasSignedByGitHub: Boolean!
  }

  input CreateCommitOnBranchInput {
    branch: CommittableBranch!
    clientMutationId: String
    expectedHeadOid: GitObjectID!
    fileChanges: FileChanges
    message: CommitMessage!
  }

  input CommittableBranch {
    branchName: String
    id: ID
    repositoryNameWithOwner: String
  }

  input FileChanges {
    additions: [FileAddition!] = []
    deletions: [FileDeletion!] = []
  }

  input FileAddition {
    contents: Base64String!
    path: String!
  }

  input FileDeletion {
    path: String!
  }

  input CommitMessage {
    body: String
    headline: String!
  }

  type CreateCommitOnBranchPayload {
    clientMutationId: String
    commit: Commit
    ref: Ref
  }
`);
