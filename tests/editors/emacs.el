;;; emacs.el --- Reports in a real Emacs, through Eglot  -*- lexical-binding: t; -*-

;;; Commentary:

;; Started by the script "emacs" in a folder with copies of the samples.

;;; Code:

(require 'emacs-stage)

;; What is seen.

(ert-deftest a-flawless-report-has-no-diagnostics ()
  (stage-report "full.md"
    (stage-replace "A000999" "")
    (stage-find "empty-field")
    (stage-replace "ID:** " "ID:** A000999")
    (stage-agree)
    (should-not (flymake-diagnostics))))

(ert-deftest a-faulty-one-has-those-of-the-command-line ()
  (stage-report "faulty.md"
    (stage-agree)
    (let ((id (stage-find "ccadb-id")))
      (should (equal "000999"
                     (buffer-substring-no-properties
                      (flymake-diagnostic-beg id)
                      (flymake-diagnostic-end id))))
      (should (eq 'eglot-error (flymake-diagnostic-type id))))))

(ert-deftest characters-of-any-width-shift-no-range ()
  (stage-report "faulty.md"
    (stage-replace "000999" "X 𝄞 é 漢 😀")
    (stage-agree)
    (stage-replace "é 漢 " "")
    (stage-agree)
    (let ((id (stage-find "ccadb-id")))
      (should (equal "X 𝄞 😀"
                     (buffer-substring-no-properties
                      (flymake-diagnostic-beg id)
                      (flymake-diagnostic-end id)))))
    (goto-char (point-min))
    (forward-line 5)
    (kill-line 7)
    (stage-agree)
    (goto-char (point-max))
    (insert "\n### Timeline\n\nčtvrtek 😀\n")
    (stage-agree)))

(ert-deftest a-file-that-is-no-report-has-none ()
  (write-region "### Summary of the week\n\nTODO\n" nil "note.md")
  (stage-report "note.md"
    (stage-agree)
    (should-not (flymake-diagnostics))))

(ert-deftest eldoc-explains-a-field ()
  (stage-report "full.md"
    (let (said)
      (stage-go "**Relevant pol")
      (eglot-hover-eldoc-function (lambda (words &rest _) (setq said words)))
      (stage-wait "the hover" (lambda () said))
      (should (string-match-p "Relevant policies" said))
      (should (string-match-p "Incident Reporting Guidelines [0-9]" said)))))

(ert-deftest imenu-lists-the-parts ()
  (stage-report "full.md"
    (let ((names (flatten-tree (imenu--make-index-alist t))))
      (dolist (name '("Summary" "Root Cause Analysis" "Appendix"))
        (should (seq-find (lambda (one)
                            (and (stringp one) (string-match-p name one)))
                          names))))))

(ert-deftest a-reference-leads-to-its-factor ()
  (stage-report "full.md"
    (stage-go "| Root Cause # 1, Root Cause # 2")
    (xref-find-definitions "LSP identifier at point.")
    (should (looking-at ".*The linter did not know the new profile"))))

;; What is done.

(ert-deftest a-value-is-completed ()
  (stage-report "faulty.md"
    (stage-replace "Twitter" "Thi")
    (stage-choose "Third Party Reported")
    (should (equal (stage-line) "- **Source of incident disclosure:** Third Party Reported"))
    (stage-agree)))

(ert-deftest a-field-is-completed-from-the-letters-typed ()
  (stage-report "faulty.md"
    (stage-replace "- **Relevant policies:**\n" "- Rele\n")
    (forward-char -1)
    (stage-choose "Relevant policies")
    (should (string-prefix-p "- **Relevant policies:** " (stage-line)))
    (stage-agree)))

(ert-deftest a-fix-makes-a-diagnostic-go ()
  (stage-report "faulty.md"
    (goto-char (flymake-diagnostic-beg (stage-find "disclosure-source")))
    (stage-act "Replace with \"Self Reported\"")
    (stage-agree)))

(ert-deftest all-that-changes-no-meaning-is-fixed-at-once ()
  (stage-report "faulty.md"
    (stage-replace "**CA Owner CCADB unique ID:**" "CA Owner CCADB unique ID:")
    (stage-find "field-format")
    (stage-act "Y" "source.fixAll.incident-ls")
    (stage-go "**CA Owner CCADB unique ID:**")
    (stage-agree)))

(ert-deftest the-buffer-is-formatted ()
  (stage-report "full.md"
    (stage-replace "| Action Item | Kind |" "| Action Item|Kind |")
    (stage-go "|Kind |")
    (stage-sync)
    (eglot-format-buffer)
    (should (string-match-p "^| Action Item +| Kind +|" (stage-line)))
    (stage-agree)))

(ert-deftest a-factor-is-renumbered-with-its-references ()
  (stage-report "full.md"
    (stage-go "**Contributing Factor #")
    (eglot-rename "3")
    (should (looking-at-p "3: The review"))
    (should (search-forward "| Root Cause # 3 |"))
    (stage-agree)))

(ert-deftest yasnippet-leads-through-a-row ()
  (let ((markdown-mode-hook '(yas-minor-mode eglot-ensure)))
    (stage-visit "full.md"))
  (unwind-protect
      (progn
        (stage-go "| 2026-09-18 | Complete |\n")
        (stage-choose "Row")
        (dolist (cell '("Ask twice" "Prevent" "Root Cause # 1" "Asked"
                        "2026-10-01" "Ongoing"))
          (delete-region (overlay-start yas--active-field-overlay)
                         (overlay-end yas--active-field-overlay))
          (insert cell)
          (yas-next-field-or-maybe-expand))
        (stage-go "| Ask twice")
        (should (equal (stage-line) "| Ask twice | Prevent | Root Cause # 1 \
| Asked | 2026-10-01 | Ongoing |"))
        (stage-agree))
    (stage-leave)))

;; Settings, and the end.

(ert-deftest settings-are-heard-at-the-start ()
  (let ((incident-ls-settings '(:rules (:ccadb-id "off"))))
    (stage-report "faulty.md"
      (stage-find "disclosure-source")
      (should-not (string-match-p "ccadb-id" (format "%s" (stage-found)))))))

(ert-deftest settings-are-heard-later ()
  (stage-report "faulty.md"
    (stage-find "ccadb-id")
    (write-region "((nil (eglot-workspace-configuration
                     . (:incident-ls (:rules (:ccadb-id \"hint\"))))))"
                  nil dir-locals-file)
    (eglot-signal-didChangeConfiguration (eglot-current-server))
    (stage-wait "another severity"
                (lambda ()
                  (eq 'eglot-note (flymake-diagnostic-type
                                   (stage-find "ccadb-id")))))
    (delete-file dir-locals-file)))

(ert-deftest the-server-is-started-anew ()
  (stage-report "faulty.md"
    (stage-agree)
    (let ((process (jsonrpc--process (eglot-current-server))))
      (kill-process process)
      (stage-wait "its end" (lambda () (not (process-live-p process)))))
    (stage-wait "no server" (lambda () (not (eglot-managed-p))))
    (call-interactively #'eglot)
    (stage-wait "another" #'eglot-managed-p)
    (stage-agree)))

;; The commands.

(ert-deftest a-report-is-begun ()
  (incident-ls-new "full" "begun.md")
  (should (looking-at-p "## Full Incident Report"))
  (should (eq major-mode 'markdown-mode))
  (set-buffer-modified-p nil)
  (kill-buffer)
  (should-error (incident-ls-new "full" "full.md") :type 'user-error)
  (kill-buffer)
  (should-error (incident-ls-new "poem" "poem.md") :type 'user-error))

(ert-deftest a-file-is-checked-and-its-findings-gone-through ()
  (let ((buffer (find-file-noselect "faulty.md"))
        (list (with-current-buffer (find-file-noselect "faulty.md")
                (incident-ls-check))))
    (unwind-protect
        (with-current-buffer list
          (stage-wait "the end of the list"
                      (lambda ()
                        (save-excursion
                          (goto-char (point-min))
                          (search-forward "exited abnormally" nil t))))
          (goto-char (point-min))
          (next-error)
          (with-current-buffer buffer
            (should (equal (stage-place (point)) "1:4"))))
      (kill-buffer buffer)
      (kill-buffer list))))

;;; emacs.el ends here
