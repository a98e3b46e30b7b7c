package org.vellum.contracts;

/** What the issuer of credentials announces of them. */
public sealed interface CredentialEvent extends Event
    permits CredentialRevoked, KeyCompromised, RecordPublished {}
