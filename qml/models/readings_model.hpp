#pragma once

#include <map>
#include <optional>

#include "engine/programme/drafts.hpp"
#include "engine/programme/readings.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// The questions of a round, over one plan: answered by taps, kept as a draft at each, written together.
class ReadingsModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString business READ business NOTIFY changed)
    /// Nothing was asked over this plan before: she answers what tells something about it, and only that comes again.
    Q_PROPERTY(bool chooses READ chooses NOTIFY changed)
    /// code, label, question, choices (a list of code and text; empty: a number is asked), hint, unitText, answer (a
    /// code or digits; "": none), answerText, declined
    Q_PROPERTY(ayni::models::Rows* questions READ questions CONSTANT)
    /// Somebody read the questions to her, or wrote for her.
    Q_PROPERTY(bool helped READ helped WRITE setHelped NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)

public:
    enum class State { Loading, Asking, Nothing };
    Q_ENUM(State)

    explicit ReadingsModel(Workplace& workplace);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString business() const;
    [[nodiscard]] bool chooses() const { return asked_.choose; }
    [[nodiscard]] Rows* questions() { return &questions_; }
    [[nodiscard]] bool helped() const { return helped_; }
    void setHelped(bool helped);
    [[nodiscard]] bool canSave() const;
    void render() override;

    void open(const QString& planId);
    /// A code of `choices`, or digits; "": no answer after all.
    Q_INVOKABLE void answer(const QString& code, const QString& value);
    /// She was asked, and would rather not say; once more: she may.
    Q_INVOKABLE void decline(const QString& code);
    Q_INVOKABLE void save();

    /// Title of a round, for Today too.
    static QString title_of(std::string_view round);

protected:
    void fetch() override;

private:
    struct Asked {
        std::string round;
        bool choose = false;
        std::string name;      // of the plan
        std::string currency;  // of its cohort
        std::vector<programme::Indicator> indicators;
        programme::Form draft;
    };
    static Result<Asked> ask(Store& store, const ScopeId& plan, std::int64_t day);
    [[nodiscard]] static std::string draft_place(const ScopeId& plan, const std::string& round);
    [[nodiscard]] QVariantList choices_of(const programme::Indicator& indicator) const;
    [[nodiscard]] static QString hint_of(const QVariantList& scale);
    [[nodiscard]] QString answer_text(const programme::Indicator& indicator) const;
    [[nodiscard]] programme::Answer answer_of(const programme::Indicator& indicator) const;
    [[nodiscard]] std::int64_t minor_units() const;
    void keep();

    std::optional<ScopeId> plan_;
    State state_ = State::Loading;
    Asked asked_;
    bool touched_ = false;                        // what stands here counts, not what was kept
    std::map<std::string, std::string> answers_;  // by code: "=" and the answer, or "-" where she would rather not say
    bool helped_ = false;
    bool saving_ = false;
    Rows questions_;
};

}  // namespace ayni::models
