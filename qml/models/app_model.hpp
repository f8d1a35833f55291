#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include "qml/models/agreements_model.hpp"
#include "qml/models/carry_model.hpp"
#include "qml/models/courier.hpp"
#include "qml/models/desk.hpp"
#include "qml/models/drafts.hpp"
#include "qml/models/lock_model.hpp"
#include "qml/models/plan_model.hpp"
#include "qml/models/readings_model.hpp"
#include "qml/models/repair_model.hpp"
#include "qml/models/safety_model.hpp"
#include "qml/models/session_draft_model.hpp"
#include "qml/models/session_model.hpp"
#include "qml/models/sessions_model.hpp"
#include "qml/models/today_model.hpp"
#include "qml/models/us_model.hpp"
#include "qml/models/versions_model.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {

class Tongue;

/// The whole app, seen from its window: where it stands, whose it is, and the models of its pages.
///
/// Threads: the GUI's.
class AppModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString brokenSentence READ brokenSentence NOTIFY changed)
    /// "entrepreneur", "mentor", "coordinator"; empty before anybody is there.
    Q_PROPERTY(QString role READ role NOTIFY changed)
    Q_PROPERTY(QString personName READ personName NOTIFY changed)
    Q_PROPERTY(QString hubName READ hubName NOTIFY changed)
    Q_PROPERTY(bool isSample READ isSample NOTIFY changed)
    /// Begun alone, and not joined yet.
    Q_PROPERTY(bool isAlone READ isAlone NOTIFY changed)
    /// No hub knows this phone: begun alone, or the key that it knew it by was lost.
    Q_PROPERTY(bool isUnjoined READ isUnjoined NOTIFY changed)
    /// "es", "fr", "en"; kept with the profile.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(Darkness darkness READ darkness WRITE setDarkness NOTIFY changed)
    /// 1 to 2: how much larger than usual text is; kept with the profile.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)
    Q_PROPERTY(bool joinBusy READ joinBusy NOTIFY changed)
    /// Why joining did not work, and what to do. Empty: nothing to say.
    Q_PROPERTY(QString joinSentence READ joinSentence NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool undoAvailable READ undoAvailable NOTIFY changed)
    Q_PROPERTY(QString versionText READ versionText CONSTANT)

    Q_PROPERTY(ayni::models::LockModel* lock READ lock CONSTANT)
    Q_PROPERTY(ayni::models::RepairModel* repair READ repair CONSTANT)
    Q_PROPERTY(ayni::models::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(ayni::models::PlanModel* plan READ plan CONSTANT)
    Q_PROPERTY(ayni::models::SessionsModel* sessions READ sessions CONSTANT)
    Q_PROPERTY(ayni::models::UsModel* us READ us CONSTANT)
    Q_PROPERTY(ayni::models::SafetyModel* safety READ safety CONSTANT)
    Q_PROPERTY(ayni::models::SessionModel* sessionPage READ sessionPage CONSTANT)
    Q_PROPERTY(ayni::models::SessionDraftModel* sessionDraft READ sessionDraft CONSTANT)
    Q_PROPERTY(ayni::models::VersionsModel* versions READ versions CONSTANT)
    Q_PROPERTY(ayni::models::AgreementsModel* agreements READ agreements CONSTANT)
    Q_PROPERTY(ayni::models::CarryModel* carry READ carry CONSTANT)
    Q_PROPERTY(ayni::models::ReadingsModel* readings READ readings CONSTANT)
    Q_PROPERTY(ayni::models::Drafts* drafts READ drafts CONSTANT)

public:
    /// Repaired: the notebook was damaged, and there is something to say about it before it opens.
    enum class State { Starting, Locked, Welcome, Ready, Broken, Repaired };
    Q_ENUM(State)
    enum class Darkness { System, Light, Dark };
    Q_ENUM(Darkness)

    struct Options {
        std::filesystem::path profile;  // a folder; made if it isn't there
        Store::Settings store;
        std::shared_ptr<Door> door;
        QString language;                  // overrides what the profile keeps; empty: that, or the system's
        std::optional<Darkness> darkness;  // overrides, without being kept; as text_scale does
        std::optional<double> text_scale;
        std::filesystem::path shared;  // where files for others are put and looked for; empty: the downloads
        bool offline = false;          // never exchanges by itself, nor when asked
    };
    explicit AppModel(Options options, QObject* parent = nullptr);
    ~AppModel() override;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] QString brokenSentence() const;
    [[nodiscard]] QString role() const { return role_; }
    [[nodiscard]] QString personName() const { return person_name_; }
    [[nodiscard]] QString hubName() const;
    [[nodiscard]] bool isSample() const { return sample_ != nullptr; }
    [[nodiscard]] bool isAlone() const { return alone_; }
    [[nodiscard]] bool isUnjoined() const { return unjoined_; }
    [[nodiscard]] QString language() const;
    /// Another than es, fr, en leaves it as it is.
    void setLanguage(const QString& language);
    [[nodiscard]] Darkness darkness() const { return darkness_; }
    void setDarkness(Darkness darkness);
    [[nodiscard]] double textScale() const { return text_scale_; }
    void setTextScale(double scale);
    [[nodiscard]] bool joinBusy() const { return join_busy_; }
    [[nodiscard]] QString joinSentence() const;
    [[nodiscard]] QString notice() const { return workplace_.notice(); }
    [[nodiscard]] bool undoAvailable() const { return workplace_.undo_available(); }
    [[nodiscard]] QString versionText() const;

    [[nodiscard]] LockModel* lock() { return &lock_; }
    [[nodiscard]] RepairModel* repair() { return &repair_; }
    [[nodiscard]] TodayModel* today() { return &today_; }
    [[nodiscard]] PlanModel* plan() { return &plan_; }
    [[nodiscard]] SessionsModel* sessions() { return &sessions_; }
    [[nodiscard]] UsModel* us() { return &us_; }
    [[nodiscard]] SafetyModel* safety() { return &safety_; }
    [[nodiscard]] SessionModel* sessionPage() { return &session_page_; }
    [[nodiscard]] SessionDraftModel* sessionDraft() { return &session_draft_; }
    [[nodiscard]] VersionsModel* versions() { return &versions_; }
    [[nodiscard]] AgreementsModel* agreements() { return &agreements_; }
    [[nodiscard]] CarryModel* carry() { return &carry_; }
    [[nodiscard]] ReadingsModel* readings() { return &readings_; }
    [[nodiscard]] Drafts* drafts() { return &drafts_; }

    Q_INVOKABLE void join(const QString& linkOrCode);
    Q_INVOKABLE void beginAlone(const QString& name, const QString& businessName);
    /// A fictional plan to look around in, in a folder of its own: nothing of it touches the profile.
    /// role: "entrepreneur", "mentor", "coordinator".
    Q_INVOKABLE void openSample(const QString& role);
    Q_INVOKABLE void leaveSample();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void dismissNotice();
    Q_INVOKABLE void openSession(const QString& sessionId);
    Q_INVOKABLE void logSession(const QString& planId = {});
    /// The double edits of one record, or of all ("").
    Q_INVOKABLE void openVersions(const QString& recordId = {});
    /// What the pair of this plan agreed on.
    Q_INVOKABLE void openAgreements(const QString& planId);
    /// The questions that are due over this plan.
    Q_INVOKABLE void openReadings(const QString& planId);
    /// After a Broken start: once more.
    Q_INVOKABLE void tryAgain();

signals:
    void changed();
    /// The words of the interface are another language's now.
    void languageChanged();

private:
    struct Self;
    void open_profile();
    void did_not_open(Fault fault);
    void load_self();
    void took(const Self& self);
    void refresh_all();
    void render_all();
    void keep(std::string_view setting, const std::string& value);
    std::array<ViewModel*, 11> models();

    Options options_;
    State state_ = State::Starting;
    Fault broken_ = Fault::storage_failed;
    QString role_;
    QString person_name_;
    bool alone_ = false;
    bool unjoined_ = false;
    Darkness darkness_ = Darkness::System;
    double text_scale_ = 1;
    bool join_busy_ = false;
    std::optional<Fault> join_fault_;
    std::unique_ptr<QTemporaryDir> sample_;
    std::unique_ptr<QTemporaryDir> leaving_;  // a sample's folder, until its file is closed
    QTimer touched_;
    std::unique_ptr<Tongue> tongue_;

    Desk desk_;
    Workplace workplace_;
    Drafts drafts_;
    LockModel lock_;
    RepairModel repair_;
    Courier courier_;
    TodayModel today_;
    PlanModel plan_;
    SessionsModel sessions_;
    UsModel us_;
    SafetyModel safety_;
    SessionModel session_page_;
    SessionDraftModel session_draft_;
    VersionsModel versions_;
    AgreementsModel agreements_;
    CarryModel carry_;
    ReadingsModel readings_;
};

}  // namespace ayni::models
