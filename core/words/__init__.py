"""The relatives of word2vec: other ways to turn words, items and documents into vectors, each small enough to read.

``counts``    who stands beside whom: co-occurrence, PPMI, the term-document matrix and its SVD (LSA)
``glove``     factorise the logarithm of the counts (Pennington et al. 2014)
``ngram``     the next word by counting; ``nnlm`` by a network (Bengio et al. 2003)
``ranking``   is this window real? (Collobert and Weston 2008)
``context2vec``  the gap between words as a vector (Melamud et al. 2016); ``thoughts`` sentences by their neighbours
``nce``       a distribution learnt from noise (Gutmann and Hyvärinen 2010)
``bags``      a bag of things predicts a word: fastText's subwords, paragraph vectors
``charcnn``   a vector from the spelling alone
``walks``     nodes of a graph as words (DeepWalk, node2vec)
``averages``  a document as the mean of its words
``bias``      WEAT; ``align`` lays one set of vectors over another (Procrustes)
"""
