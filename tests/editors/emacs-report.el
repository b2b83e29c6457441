;;; emacs-report.el --- Whole reports, written by completion  -*- lexical-binding: t; -*-

;;; Commentary:

;; Somebody begins with an empty file and takes what is offered.  All that is
;; typed is prose, dates and numbers, and the marks that a line begins with.
;; What comes of it has no findings.

;;; Code:

(require 'emacs-stage)

(defun report-begin (file)
  "Visit FILE, which is new, with plain text to be inserted."
  (cl-letf (((symbol-function 'eglot--snippet-expansion-fn) #'ignore))
    (stage-visit file))
  (should (zerop (buffer-size))))

(defun report-end ()
  "End the draft, save the report and leave it; an error unless it passes."
  (let ((eglot-confirm-server-initiated-edits nil))
    (eglot--signal-textDocument/didChange)
    (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                     (list :command "incident-ls.check"
                           :arguments
                           (vector (eglot--path-to-uri buffer-file-name)))))
  (save-buffer)
  (let ((file buffer-file-name))
    (stage-leave)
    (with-temp-buffer
      (let ((status (call-process "incident-ls" nil t nil "check" file)))
        (should (equal (list 0 "incident-ls: no findings in 1 file\n")
                       (list status (buffer-string))))))))

(defun report-answer (label &rest words)
  "Put WORDS in the place of the value behind the next LABEL.
A word in a list is completed, any other typed."
  (search-forward (concat "**" label ":**"))
  (delete-region (point) (line-end-position))
  (insert " ")
  (report-write words))

(defun report-write (words)
  "Type each of WORDS, or complete it if it is in a list.
Its list may begin with letters to type first."
  (dolist (word words)
    (if (stringp word)
        (insert word)
      (mapc #'insert (butlast word))
      (stage-choose (car (last word))))))

(defun report-line (&rest words)
  "Put WORDS in the place of the line of point."
  (delete-region (line-beginning-position) (line-end-position))
  (report-write words))

(defun report-next-line (&rest words)
  "Write WORDS on a line of their own below the line of point."
  (end-of-line)
  (insert "\n")
  (report-write words))

(defun report-instead (prompt &rest words)
  "Put WORDS in the place of PROMPT, in front of point on its line."
  (search-backward prompt (line-beginning-position))
  (delete-char (length prompt))
  (report-write words)
  (end-of-line))

(defun report-time (time)
  "Put TIME in the place of what stands for it in this line."
  (beginning-of-line)
  (search-forward "YYYY-MM-DD HH:MM" (line-end-position))
  (replace-match time)
  (end-of-line))

(defun report-cells (&rest cells)
  "Fill the row of point with CELLS, each a list of words."
  (beginning-of-line)
  (dolist (words cells)
    (search-forward "|")
    (let ((end (save-excursion (search-forward "|") (1- (point)))))
      (delete-region (point) end)
      (insert "  ")
      (forward-char -1)
      (report-write words)))
  (end-of-line))

(ert-deftest a-full-report-comes-of-an-empty-file ()
  (let ((incident-ls-settings '(:caOwner (:id "A000999" :name "Example Trust"))))
    (report-begin "new-full.md"))
  (stage-choose "Full Incident Report")
  (goto-char (point-min))

  ;; Summary
  (report-answer "CA Owner CCADB unique ID" '("A000999"))
  (report-answer "Incident description" "One OV certificate of Čapek & Söhne \
was issued without a stateOrProvinceName.")
  (report-answer "Non-compliance start date" "2026-08-11")
  (report-answer "Non-compliance identified date" "2026-09-08")
  (report-answer "Non-compliance end date" "2026-09-11")
  (report-answer "Relevant policies" '("TLS" "TLS BRs"))
  (report-instead "[section]" "7.1.2.7.4")
  (report-answer "Source of incident disclosure" '("Self Reported"))

  ;; Impact
  (report-answer "Total number of certificates" "1")
  (report-answer "Total number of \"remaining valid\" certificates" "0")
  (report-answer "Affected certificate types" '("OV"))
  (report-answer "Incident heuristic" "All affected certificates are disclosed \
in the Appendix.")
  (report-answer "Was issuance stopped in response to this incident, and why or \
why not?" '("Yes"))
  (report-instead "[Why?]" "The faulty profile was still in use.")
  (report-answer "Analysis" '("N/A"))
  (report-answer "Additional considerations" '("N/A"))

  ;; Timeline
  (search-forward "YYYY-MM-DD HH:MM")
  (report-line "- " '("The change is made that introduces the fault."))
  (report-time "2026-08-10 09:00")
  (dolist (event '(("2026-08-11 09:14" . "The incident begins.")
                   ("2026-09-08 07:42" .
                    "The CA Owner becomes aware of the incident.")
                   ("2026-09-08 08:20" . "Issuance is stopped.")
                   ("2026-09-08 11:05" . "The scope of the incident is settled.")
                   ("2026-09-09 15:30" . "Issuance resumes.")
                   ("2026-09-10 09:25" . "The incident is disclosed.")
                   ("2026-09-11 06:12" . "All affected certificates are revoked.")))
    (report-next-line "- " (list (cdr event)))
    (report-time (car event)))
  (report-next-line "- " '("The incident ends."))
  (report-time "2026-09-11 06:12")

  ;; Related Incidents
  (search-forward "| [Related Bug ID]")
  (report-cells '("[2990014](https://bugzilla.mozilla.org/show_bug.cgi?id=2990014)")
                '("2025-11-18")
                '("Another CA Owner left the same attribute out."))
  (report-next-line "|" '("Row"))
  (report-cells '("[2990127](https://bugzilla.mozilla.org/show_bug.cgi?id=2990127)")
                '("2026-03-05")
                '("There the linter did not know the profile either."))

  ;; Root Cause Analysis
  (search-forward "title")
  (replace-match "The review did not ask what must be present")
  (report-answer "Description" "The checklist asked for the attributes that are \
present only.")
  (report-answer "Timeline" "The checklist was written in March 2023.")
  (report-answer "Detection" "The quarterly review found it; the checklist was \
reviewed by its own users until then.")
  (report-answer "Interaction with other factors" "Together with Contributing \
Factor #2 nothing stood in between.")
  (report-answer "Root Cause Analysis methodology used" '("5-Whys"))
  (report-next-line "\n" '("Contributing Factor #2"))
  (search-backward "title")
  (replace-match "The linter did not know the new profile")
  (report-answer "Description" "A number that the linter does not know got the \
rules for test certificates.")
  (report-answer "Timeline" "It was so from 2024-05-13 on.")
  (report-answer "Detection" "It was found when the first certificate was \
linted by hand; a day without refusals looked like a good one.")
  (report-answer "Interaction with other factors" "It took away what was to \
catch Contributing Factor #1.")
  (report-answer "Root Cause Analysis methodology used" '("5" "5-Whys"))

  ;; Lessons Learned
  (report-answer "What went well" "The scope was known within four hours.")
  (report-answer "What didn’t go well" (list "N/A"))
  (report-answer "Where we got lucky" '("N/A"))
  (report-answer "Additional" '("N/A"))

  ;; Action Items
  (search-forward "| Example ")
  (report-cells '("Refuse unknown profiles") '(("Pre" "Prevent"))
                '(("Root Cause # 2"))
                '("A test with an unknown number ends in a refusal in each release")
                '("2026-12-15") '(("Ongoing")))
  (report-next-line "|" '("Row"))
  (report-cells '("Derive the checklist from the requirements")
                '(("Prevent") ", " ("Det" "Detect"))
                '(("Root Cause # 1") ", " ("Root Cause # 2"))
                '("The checklist is published as an annex of the CPS")
                '("2026-12-22") '(("Ongoing")))

  ;; Appendix
  (search-forward "TODO")
  (report-line '("Certificate list"))
  (goto-char (point-max))
  (search-backward "```")
  (forward-line -1)
  (report-line (make-string 64 ?A) "," (make-string 64 ?B)
               ",\"CN=www.example.org, C=NL\",\"CN=Example CA, C=NL\","
               "2026-08-11T09:14:07Z,2027-02-26T23:59:59Z,38CAFC66514B3779,"
               "www.example.org," '("Ye" "Yes") ",2026-09-11T06:12:40Z,"
               '("super" "superseded"))
  (report-end))

(ert-deftest a-preliminary-report-comes-of-its-labels ()
  (report-begin "new-preliminary.md")
  (insert "## Prel")
  (stage-choose "Preliminary Incident Report")
  (stage-agree)
  (search-backward "### Summary")
  (delete-region (point) (point-max))
  (insert "### ")
  (stage-choose "Summary")
  (stage-agree)
  (search-backward "- **Incident description")
  (delete-region (point) (point-max))
  (insert "- ")
  (stage-choose "Incident description")
  (report-instead "What happened?" "Three certificates lack an attribute.")
  (report-next-line "- **" '("Rel" "Relevant policies"))
  (report-instead "Policy, version, section" '("TLS BRs"))
  (report-instead "[section]" "7.1.2.7.4")
  (report-next-line '("Source of incident disclosure"))
  (report-instead "[Who noticed it?]" '("Audit"))
  (report-end))

(ert-deftest a-closure-comes-of-what-is-missing ()
  (report-begin "new-closure.md")
  (stage-act "Begin with the template \"Report Closure Summary\"")
  (goto-char (point-min))
  (report-answer "Incident description" "Three certificates lacked an attribute.")
  (report-answer "Incident Root Cause(s)" "A checklist asked too little.")
  (report-answer "Remediation description" "The checklist was derived anew.")
  (report-answer "Commitment summary" "The results are published each month.")
  (report-end))

;;; emacs-report.el ends here
