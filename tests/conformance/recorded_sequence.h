#pragma once

#include "harness/api_client.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

/// What a client takes out of an answer: a key, and the type that it decodes it to.
struct DecodedKey {
    QByteArrayList path;                ///< "drives[]" is every element of that array
    QByteArray type;                    ///< string, integer (of 64 bits, signed), boolean
    bool optional = false;              ///< absent or null is fine
    std::optional<QJsonValue> expected; ///< the value, where that is known
};

/// A request as it goes over the wire, and what has to come back.
struct RecordedStep {
    QByteArray title; ///< the client's own name for it
    QByteArray request;
    int status = 0;
    QList<DecodedKey> decodes;

    /// What the client would stumble over in the answer; empty: nothing.
    QByteArray wrongWith(const harness::Response &answer) const;
};

/// What placeholders stand for, without their @.
using Places = QHash<QByteArray, QByteArray>;

/// The requests of a client in their order, from a file of recorded/ (its README.md has the format).
class RecordedSequence {
public:
    RecordedSequence(const QString &path, const Places &places);

    /// What is wrong with the file; empty: nothing.
    const QByteArray &problem() const { return m_problem; }
    const QList<RecordedStep> &steps() const { return m_steps; }

private:
    void parse(const QByteArrayList &lines);
    RecordedStep parseStep(const QByteArrayList &lines, qsizetype &line);
    std::optional<DecodedKey> parseKey(const QByteArray &line) const;
    QByteArray filled(QByteArray text) const;

    Places m_places;
    QByteArray m_problem;
    QList<RecordedStep> m_steps;
};
