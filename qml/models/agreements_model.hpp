#pragma once

#include "engine/programme/agreements.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// What the pair of one plan agreed on: read, signed, and written anew.
class AgreementsModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(QString planId READ planId NOTIFY changed)
    /// The plan's name.
    Q_PROPERTY(QString business READ business NOTIFY changed)
    /// agreementId, text, frequencyText, channel, channelText, signedText, canSign, byBoth, safety
    Q_PROPERTY(ayni::models::Rows* items READ items CONSTANT)
    /// She is one of a pair that talks over this plan.
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY changed)
    /// Choices: code, text, drawing
    Q_PROPERTY(ayni::models::Rows* frequencies READ frequencies CONSTANT)
    Q_PROPERTY(ayni::models::Rows* channels READ channels CONSTANT)
    /// Where new terms are kept until they are signed, and what they belong to.
    Q_PROPERTY(QString draftPlace READ draftPlace NOTIFY changed)

public:
    explicit AgreementsModel(Workplace& workplace);

    [[nodiscard]] QString planId() const;
    [[nodiscard]] QString business() const;
    [[nodiscard]] Rows* items() { return &items_; }
    [[nodiscard]] bool canWrite() const { return can_write_; }
    [[nodiscard]] Rows* frequencies() { return &frequencies_; }
    [[nodiscard]] Rows* channels() { return &channels_; }
    [[nodiscard]] QString draftPlace() const;
    void render() override;

    void open(const QString& planId);
    /// The terms as they stand on the page; if they are others by now, it says so and nothing is signed.
    Q_INVOKABLE void sign(const QString& agreementId);
    /// Signed by her with that; frequency and channel: their codes, or "".
    Q_INVOKABLE void write(const QString& text, const QString& frequency, const QString& channel);

protected:
    void fetch() override;

private:
    [[nodiscard]] QString signed_text(const programme::Agreement& agreement) const;

    std::optional<ScopeId> plan_;
    std::string name_;
    std::vector<programme::Agreement> agreements_;
    bool can_write_ = false;
    Rows items_, frequencies_, channels_;
};

}  // namespace ayni::models
