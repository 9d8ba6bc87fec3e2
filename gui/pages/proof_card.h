#pragma once

#include "manager/jail_facts.h"
#include "widgets/card.h"

class QGridLayout;

namespace sparkler::gui {

/// A list of facts about a jail, each with the value found, and whether that is what was promised.
class ProofCard : public Card {
    Q_OBJECT
public:
    explicit ProofCard(const QString &title, QWidget *parent = nullptr);

    void setFacts(const QList<JailFact> &facts);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addRow(int row, const JailFact &fact);

    QGridLayout *m_grid;
    QList<JailFact> m_facts;
};

} // namespace sparkler::gui
