"""Where does a model look while it reads your sentence?"""
